package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.secret.SecretVault;
import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Apps with credentials of every kind, against an AWS that knows no other keys than those of its account. */
@QuarkusTest
class WhoseKeysTest {

    private final AwsAccount account = new AwsAccount();
    private final AppCredentials sessions;

    WhoseKeysTest(AppCredentials sessions) {
        this.sessions = sessions;
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
    void everyChoiceWorksBesideTheOthers() throws Exception {
        List<String> apps = List.of(
                account.appWithDefault(),
                account.appWithKeys(),
                account.appWithRole(),
                account.appWithCertificate(KeyKind.RSA),
                account.appWithCertificate(KeyKind.EC));
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                apps.forEach(app -> answers.add(callers.submit(() -> createUser(app))));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(Cognito.calls("AssumeRole")).as("sessions of the one role").isEqualTo(1);
        assertThat(Cognito.calls("CreateSession"))
                .as("sessions of two certificates")
                .isEqualTo(2);
    }

    @Test
    void theEndOfASessionIsShown() {
        String app = account.appWithRole();
        as(Tokens.platform()).get(app).then().statusCode(200).body("credentials.expiresAt", nullValue());
        users(app).statusCode(200);
        as(Tokens.platform()).get(app).then().body("credentials.expiresAt", notNullValue());
        json(Tokens.platform(), account.keys())
                .put(app + "/credentials")
                .then()
                .statusCode(200)
                .body("credentials.expiresAt", nullValue());
        assertThat(sessions.appsWithSessions()).doesNotContain(idOf(app));
    }

    @Test
    void keysThatAwsDoesNotKnowAreRefusedForThatAppAlone() {
        String wrong = account.newApp();
        account.choose(wrong, Choices.keys("AKIANOBODYKNOWSTHIS1", "not-the-secret-of-anybody"));
        String right = account.appWithKeys();
        users(wrong)
                .spec(problem(502, "credentials-rejected"))
                .body("upstream.code", equalTo("UnrecognizedClientException"));
        users(right).statusCode(200);
    }

    @Test
    void aSecretThatDoesNotFitIsRefused() {
        String app = account.newApp();
        account.choose(app, Choices.keys(account.accessKeyId(), "not-the-secret-of-anybody"));
        users(app)
                .spec(problem(502, "credentials-rejected"))
                .body("upstream.code", equalTo("InvalidSignatureException"));
        account.choose(app, account.keys());
        users(app).statusCode(200);
    }

    @Test
    void aRoleThatTrustsAnotherExternalIdIsRefused() {
        String app = account.appWithRole();
        account.trustOnly("another-external-id").publish();
        users(app)
                .spec(problem(502, "credentials-rejected"))
                .body("upstream.service", equalTo("sts"))
                .body("upstream.code", equalTo("AccessDenied"));
        users(app).spec(problem(502, "credentials-rejected"));
        assertThat(Cognito.calls("AssumeRole"))
                .as("a refusal is remembered for a moment")
                .isEqualTo(1);
    }

    @Test
    void theExternalIdOfTheAppOpensTheRole() {
        String app = account.appWithRole();
        String externalId = as(Tokens.platform()).get(app).path("credentials.externalId");
        account.trustOnly(externalId).publish();
        users(app).statusCode(200);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        String app = account.newApp();
        account.choose(app, account.foreignCertificate());
        users(app)
                .spec(problem(502, "credentials-rejected"))
                .body("upstream.service", equalTo("rolesanywhere"))
                .body("upstream.code", equalTo("AccessDeniedException"));
    }

    @Test
    void aSessionReachesNoOtherPoolThanTheApps() {
        String app = account.appWithRole();
        users(app).statusCode(200);
        json(Tokens.platform(), "{\"userPoolId\": \"eu-west-1_other\"}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
        users(app).statusCode(200);
        assertThat(Cognito.calls("AssumeRole")).as("a session for each pool").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "AssumeRole, HTTP_500, 503, upstream-unavailable",
        "AssumeRole, Throttling, 503, upstream-unavailable",
        "AssumeRole, RESET, 503, upstream-unavailable",
        "AssumeRole, BLACKHOLE, 503, upstream-unavailable",
        "AssumeRole, AccessDenied, 502, credentials-rejected",
        "AssumeRole, RegionDisabledException, 502, credentials-rejected",
        "CreateSession, HTTP_500, 503, upstream-unavailable",
        "CreateSession, RESET, 503, upstream-unavailable",
        "CreateSession, BLACKHOLE, 503, upstream-unavailable",
        "CreateSession, TRUNCATED, 503, upstream-unavailable",
        "CreateSession, AccessDeniedException, 502, credentials-rejected"
    })
    void whereSessionsCannotBeHadOnlyThatAppSuffers(String operation, String error, int status, String code) {
        String app = operation.equals("AssumeRole") ? account.appWithRole() : account.appWithCertificate(KeyKind.EC);
        String other = account.appWithKeys();
        Cognito.faults("[{\"operation\": \"" + operation + "\", \"error\": \"" + error + "\"}]");
        users(app).spec(problem(status, code));
        users(other).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void whatIsDownDoesNotEndASessionInUse(KeyKind kind) {
        String role = account.appWithRole();
        String certificate = account.appWithCertificate(kind);
        users(role).statusCode(200);
        users(certificate).statusCode(200);
        Cognito.faults("[{\"operation\": \"AssumeRole\", \"error\": \"RESET\"},"
                + " {\"operation\": \"CreateSession\", \"error\": \"RESET\"}]");
        users(role).statusCode(200);
        users(certificate).statusCode(200);
    }

    @Test
    void aRemovedAppLeavesNoSessions() {
        String app = account.appWithRole();
        users(app).statusCode(200);
        assertThat(sessions.appsWithSessions()).contains(idOf(app));
        as(Tokens.platform()).header("If-Match", "*").delete(app).then().statusCode(204);
        assertThat(sessions.appsWithSessions()).doesNotContain(idOf(app));
    }

    @Test
    void aRemovedAppLeavesNoKeysToItsNamesake() {
        String app = account.appWithKeys();
        users(app).statusCode(200);
        as(Tokens.platform()).header("If-Match", "*").delete(app).then().statusCode(204);
        account.newApp(idOf(app));
        account.revokeKeys().publish();
        users(app).statusCode(200);
    }

    @Test
    void swappedCiphertextsAreNoSecrets() throws SQLException {
        String one = account.appWithKeys();
        String two = account.appWithKeys();
        swap(one, two);
        try (CapturedLog logs = CapturedLog.ofPackage(SecretVault.class)) {
            users(one).spec(problem(500, "internal")).body(not(containsString("secret")));
            assertThat(logs.texts())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("ERROR")
                            .contains(idOf(one))
                            .contains("secretAccessKey"));
        }
        account.choose(one, account.keys());
        users(one).statusCode(200);
        users(two).spec(problem(500, "internal"));
    }

    private void swap(String one, String two) throws SQLException {
        try (Connection connection = Database.asSuperuser();
                PreparedStatement update = connection.prepareStatement("""
                        update app_secret s set ciphertext = other.ciphertext from app_secret other
                         where s.app_id in (?, ?) and other.app_id in (?, ?) and s.app_id <> other.app_id
                           and s.field = other.field and s.field = 'secretAccessKey'""")) {
            update.setString(1, idOf(one));
            update.setString(2, idOf(two));
            update.setString(3, idOf(one));
            update.setString(4, idOf(two));
            assertThat(update.executeUpdate()).isEqualTo(2);
        }
    }

    private static String idOf(String app) {
        return app.substring(app.lastIndexOf('/') + 1);
    }

    private static ValidatableResponse users(String app) {
        return as(Tokens.platform()).get(app + "/users?limit=1").then();
    }

    private static int createUser(String app) {
        return json(Tokens.platform(), "{\"username\": \"" + unique("user-") + "\"}")
                .post(app + "/users")
                .statusCode();
    }
}
