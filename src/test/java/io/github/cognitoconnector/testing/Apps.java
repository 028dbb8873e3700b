package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AuditSettings;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.credentials.CredentialsType;
import io.github.cognitoconnector.credentials.CredentialsView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Apps as they come out of the database. */
public final class Apps {

    public static final String POOL = "eu-central-1_BGOou5Rwx";

    private static final Instant CREATED = Instant.parse("2026-11-20T12:00:00Z");

    private Apps() {}

    public static App plain() {
        return app(Map.of(), List.of());
    }

    public static App withOperatorGroups(Map<String, List<String>> operatorGroups) {
        return app(operatorGroups, List.of());
    }

    public static App withEmailDomains(String... domains) {
        return app(Map.of(), List.of(domains));
    }

    private static App app(Map<String, List<String>> operatorGroups, List<String> domains) {
        return new App(
                "webshop",
                "Web shop",
                POOL,
                "eu-central-1",
                List.of("shopclient"),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                operatorGroups,
                domains,
                MessageAction.SUPPRESS,
                false,
                true,
                new AuditSettings(365, List.of()),
                new CredentialsView(
                        CredentialsType.DEFAULT, null, null, null, null, null, null, null, null, 1, null, null),
                CREATED,
                CREATED,
                0);
    }
}
