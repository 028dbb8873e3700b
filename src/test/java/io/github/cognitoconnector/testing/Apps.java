package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AuditSettings;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.app.UserPoolId;
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

    /** An app of the pool with requests a second of its own. */
    public static App withQuotas(String userPoolId, Map<String, Double> quotas) {
        return app(userPoolId, Map.of(), List.of(), quotas);
    }

    public static App withOperatorGroups(Map<String, List<String>> operatorGroups) {
        return app(operatorGroups, List.of());
    }

    public static App withEmailDomains(String... domains) {
        return app(Map.of(), List.of(domains));
    }

    private static App app(Map<String, List<String>> operatorGroups, List<String> domains) {
        return app(POOL, operatorGroups, domains, Map.of());
    }

    private static App app(
            String userPoolId,
            Map<String, List<String>> operatorGroups,
            List<String> domains,
            Map<String, Double> quotas) {
        return new App(
                "webshop",
                "Web shop",
                userPoolId,
                UserPoolId.region(userPoolId),
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
                quotas,
                new CredentialsView(
                        CredentialsType.DEFAULT, null, null, null, null, null, null, null, null, 1, null, null),
                CREATED,
                CREATED,
                0);
    }
}
