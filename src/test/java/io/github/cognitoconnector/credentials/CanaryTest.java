package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.DatabaseDump;
import io.github.cognitoconnector.testing.EveryLog;
import io.github.cognitoconnector.testing.Tokens;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret of each kind goes in, and is looked for in all that comes out, with every log and every trace switched on. */
@QuarkusTest
@TestProfile(CanaryTest.EverythingIsTraced.class)
class CanaryTest {

    private final AwsAccount account = new AwsAccount();
    private final List<String> answers = new ArrayList<>();
    private final DatabaseDump database;
    private final InMemorySpanExporter spans;

    CanaryTest(DatabaseDump database, InMemorySpanExporter spans) {
        this.database = database;
        this.spans = spans;
    }

    /** Every request is sampled. */
    public static class EverythingIsTraced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:9", "connector.traces.share", "1");
        }
    }

    @BeforeEach
    void settle() {
        Cognito.reset();
        account.publish();
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void noSecretIsSeenAgain() throws SQLException {
        Issued issued = account.certificate(KeyKind.RSA);
        String password = "Canary-" + UUID.randomUUID();
        List<String> canaries = new ArrayList<>(List.of(account.accessKeyId(), account.secretAccessKey(), password));
        canaries.addAll(linesOf(issued.privateKeyPem()));
        canaries.addAll(List.of(signatureOf(Tokens.platform()), signatureOf(Tokens.demo())));
        try (EveryLog log = EveryLog.open()) {
            String keys = account.newApp();
            keep(json(Tokens.platform(), account.keys()).put(keys + "/credentials"));
            String certificate = account.newApp();
            keep(json(Tokens.platform(), Choices.anywhere(issued)).put(certificate + "/credentials"));
            String role = account.appWithRole();
            List.of(keys, certificate, role).forEach(app -> use(app, password));
            misuse(keys, issued);
            lookAround(keys);

            assertThat(answers).hasSizeGreaterThan(20);
            await().untilAsserted(() -> assertThat(spans.getFinishedSpanItems())
                    .extracting(SpanData::getName)
                    .contains("PUT /v1/apps/{appId}/credentials", "POST /v1/apps/{appId}/users")
                    .contains("POST /v1/secrets/re-encryption"));
            assertThat(log.text()).contains("DEBUG").hasSizeGreaterThan(10_000);
            assertNowhere(canaries, "an answer", String.join("\n", answers));
            assertNowhere(canaries, "a log", log.text());
            assertNowhere(canaries, "a trace", spans.getFinishedSpanItems().toString());
            assertThat(log.text()).doesNotContain(Cognito.SESSION_TOKEN_PREFIX);
        }
        canaries.remove(password);
        assertThat(database.tables()).contains(AwsAccount.ROLE);
        assertNowhere(canaries, "the tables", database.tables());
        assertThat(database.filesWith(AwsAccount.ROLE))
                .as("where secrets are looked for")
                .isNotEmpty();
        canaries.forEach(canary -> assertThat(database.filesWith(canary))
                .as("files of the database")
                .isEmpty());
    }

    /** What works, and what Cognito refuses. */
    private void use(String app, String password) {
        String user = unique("user-");
        keep(json(Tokens.platform(), "{\"username\": \"" + user + "\", \"temporaryPassword\": \"" + password + "\"}")
                .post(app + "/users"));
        keep(json(Tokens.platform(), "{\"username\": \"" + user + "\", \"temporaryPassword\": \"" + password + "\"}")
                .post(app + "/users"));
        keep(as(Tokens.platform()).get(app + "/users/" + user));
        Cognito.faults("[{\"operation\": \"AdminGetUser\", \"error\": \"UnrecognizedClientException\"}]");
        keep(as(Tokens.platform()).get(app + "/users/" + user));
        Cognito.faults("[]");
        keep(json(Tokens.platform(), "").post(app + "/connection-test"));
        keep(as(Tokens.platform()).get(app));
    }

    /** Secrets in places where they do not belong. */
    private void misuse(String app, Issued issued) {
        String platform = Tokens.platform();
        keep(json(platform, account.keys().replace("}", ", \"nonsense\": 1}")).put(app + "/credentials"));
        keep(json(platform, account.keys().replace("STATIC", "ROLES_ANYWHERE")).put(app + "/credentials"));
        keep(json(platform, account.keys().replace("\"STATIC\",", "\"STATIC\"")).put(app + "/credentials"));
        keep(json(platform, account.keys().replace("\"}", " \"}")).put(app + "/credentials"));
        keep(json(platform, Choices.anywhere(issued.privateKeyPem(), issued.privateKeyPem()))
                .put(app + "/credentials"));
        keep(json(platform, Choices.anywhere("x", issued.privateKeyPem())).put(app + "/credentials"));
        keep(json(platform, "{\"credentials\": " + account.keys() + "}")
                .header("If-Match", "*")
                .patch(app));
        keep(json(Tokens.demo(), account.keys()).put(app + "/credentials"));
    }

    private void lookAround(String app) {
        keep(as(Tokens.platform()).get("/v1/apps?limit=60"));
        keep(as(Tokens.platform()).get(app + "/credentials"));
        keep(as(Tokens.platform()).post("/v1/secrets/re-encryption"));
        keep(as(Tokens.platform()).get("/q/openapi"));
        keep(as(Tokens.platform()).get("/q/metrics"));
        keep(as(Tokens.platform()).get("/q/health"));
    }

    private void keep(Response answer) {
        answers.add(answer.headers() + "\n" + answer.asString());
    }

    /** Without it a token is worth nothing; who shows the whole token shows it too. */
    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static List<String> linesOf(String pem) {
        return pem.lines().filter(line -> line.length() == 64).skip(1).limit(5).toList();
    }

    private static void assertNowhere(List<String> canaries, String place, String text) {
        for (String canary : canaries) {
            String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
            assertThat(text.contains(canary))
                    .as("%s shows %s…", place, canary.substring(0, 8))
                    .isFalse();
            assertThat(text.contains(hex))
                    .as("%s shows %s… in hex", place, canary.substring(0, 8))
                    .isFalse();
        }
    }
}
