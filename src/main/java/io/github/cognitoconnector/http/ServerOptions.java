package io.github.cognitoconnector.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.VertxHttpConfig.InsecureRequests;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the framework decides when it is built, decided when the service starts. */
@ApplicationScoped
public class ServerOptions implements HttpServerOptionsCustomizer {

    private final ClientAuth clientAuth;

    /** @throws ConfigurationException if certificates are required at one door while another one stands open */
    ServerOptions(
            HttpConfig config,
            @ConfigProperty(name = "quarkus.http.insecure-requests") Optional<InsecureRequests> insecure) {
        this.clientAuth = config.clientAuth();
        check(insecure);
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        // HTTP/2 without TLS begins with an HTTP/1.1 request that changes its mind; no proxy asks for it.
        options.setHttp2ClearTextEnabled(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(clientAuth);
    }

    private void check(Optional<InsecureRequests> insecure) {
        if (clientAuth == ClientAuth.REQUIRED
                && insecure.filter(InsecureRequests.DISABLED::equals).isEmpty()) {
            throw new ConfigurationException("Cognito Connector cannot start: connector.http.client-auth=required needs"
                    + " quarkus.http.insecure-requests=disabled, or callers without a certificate use the other port.");
        }
    }
}
