package io.github.cognitoconnector.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the console says last: where everything is, and two lines to paste that make a user. */
@ApplicationScoped
class Welcome {

    private final String api;
    private final String cognito;
    private final String database;

    Welcome(
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "connector.cognito.endpoint") URI cognito,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
        this.api = "http://localhost:" + port;
        this.cognito = cognito.toString();
        this.database = database;
    }

    String text() {
        return """

                API               %1$s/v1
                Swagger UI        %1$s/q/swagger-ui
                Embedded Cognito  %2$s
                PostgreSQL        %3$s

                Paste these two lines into a terminal to get a token and create a user:

                TOKEN=$(curl -s -u localoperator:localoperator-secret -d grant_type=client_credentials %2$s/oauth2/token | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
                curl -i -X POST %1$s/v1/apps/demo/users -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"username": "grace", "attributes": {"email": "grace@example.com", "email_verified": "true"}, "groups": ["demo"]}'
                """.formatted(api, cognito, database);
    }
}
