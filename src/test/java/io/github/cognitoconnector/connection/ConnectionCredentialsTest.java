package io.github.cognitoconnector.connection;

import static io.github.cognitoconnector.connection.TestedApp.check;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the test says of credentials of every kind, against an AWS that knows no other keys than those of its account. */
@QuarkusTest
class ConnectionCredentialsTest {

    private static final String SESSION = "sts:AssumeRole";
    private static final String CERTIFICATE = "rolesanywhere:CreateSession";
    private static final String IDENTITY = "sts:GetCallerIdentity";

    private final AwsAccount account = new AwsAccount();

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
    void theServicesOwnCredentialsWork() {
        test("/v1/apps/demo")
                .body("ok", equalTo(true))
                .body("identity.account", matchesPattern("[0-9]{12}"))
                .body("identity.arn", startsWith("arn:aws:"))
                .body("checks.ok", everyItem(equalTo(true)))
                .body("checks.findAll { it.problem != null }", equalTo(List.of()))
                .body("checks.action", equalTo(actions(IDENTITY)));
    }

    @Test
    void keysOfAUserWork() {
        test(account.appWithKeys())
                .body("ok", equalTo(true))
                .body("identity.account", equalTo("111122223333"))
                .body("checks.action", equalTo(actions(IDENTITY)))
                .body(not(containsString(JsonPath.from(account.keys()).getString("secretAccessKey"))));
    }

    @Test
    void aRoleWorks() {
        test(account.appWithRole())
                .body("ok", equalTo(true))
                .body("identity.arn", startsWith("arn:aws:sts::111122223333:assumed-role/shop/"))
                .body("checks.action", equalTo(actions(SESSION, IDENTITY)));
    }

    @Test
    void aCertificateWorks() {
        test(account.appWithCertificate(KeyKind.EC))
                .body("ok", equalTo(true))
                .body("identity.arn", startsWith("arn:aws:sts::111122223333:assumed-role/anywhere/"))
                .body("checks.action", equalTo(actions(CERTIFICATE, IDENTITY)));
    }

    @Test
    void keysThatAwsDoesNotKnowEndTheTest() {
        String app = account.appWithKeys();
        account.revokeKeys().publish();
        test(app)
                .body("ok", equalTo(false))
                .body("identity", nullValue())
                .body("checks.action", equalTo(actions(IDENTITY)))
                .body("checks.problem.code", everyItem(equalTo("credentials-rejected")))
                .body("checks.problem.upstream.service", everyItem(equalTo("sts")));
        assertCognitoWasNotAsked();
    }

    @Test
    void aRoleThatDoesNotTrustTheServiceEndsTheTestWithWhatToDo() {
        String app = account.trustOnly("another").appWithRole();
        account.publish();
        test(app)
                .body("ok", equalTo(false))
                .body("checks.action", equalTo(actions(SESSION, IDENTITY)))
                .body("checks.problem.code", everyItem(equalTo("credentials-rejected")))
                .body(check(SESSION, "problem.detail"), containsString("sts:AssumeRole on " + AwsAccount.ROLE))
                .body(check(SESSION, "problem.detail"), containsString("deploy/aws/trust-assume-role.json"))
                .body(check(SESSION, "problem.upstream.code"), equalTo("AccessDenied"));
        assertCognitoWasNotAsked();
    }

    /** A session that was made before would still hold for an hour. */
    @Test
    void aTrustThatIsTakenBackShowsAtOnce() {
        String app = account.appWithRole();
        test(app).body("ok", equalTo(true));
        account.trustOnly("another").publish();
        test(app).body("ok", equalTo(false)).body(check(SESSION, "ok"), equalTo(false));
    }

    @Test
    void aCertificateOfAnotherAuthorityEndsTheTestWithWhatToDo() {
        String app = account.choose(account.newApp(), account.foreignCertificate());
        test(app)
                .body("ok", equalTo(false))
                .body("checks.action", equalTo(actions(CERTIFICATE, IDENTITY)))
                .body("checks.problem.upstream.service", everyItem(equalTo("rolesanywhere")))
                .body(check(CERTIFICATE, "problem.detail"), endsWith("see deploy/aws/trust-roles-anywhere.json."));
        assertCognitoWasNotAsked();
    }

    /** A network may let calls to Cognito through and none to STS, and a policy may deny the question. */
    @ParameterizedTest
    @CsvSource({"RESET, upstream-unavailable", "AccessDenied, credentials-rejected"})
    void anIdentityThatAwsDoesNotTellIsLeftOut(String error, String code) {
        Cognito.faults("[{\"operation\": \"GetCallerIdentity\", \"error\": \"%s\"}]".formatted(error));
        for (String app : List.of("/v1/apps/demo", account.appWithKeys())) {
            test(app)
                    .body("ok", equalTo(false))
                    .body("identity", nullValue())
                    .body("checks.findAll { !it.ok }.action", equalTo(List.of(IDENTITY)))
                    .body(check(IDENTITY, "problem.code"), equalTo(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "HTTP_500", "BLACKHOLE"})
    void withoutASessionNothingElseIsAsked(String error) {
        Cognito.faults("""
                [{"operation": "AssumeRole", "error": "%s"}, {"operation": "CreateSession", "error": "%s"}]""".formatted(error, error));
        for (String app : List.of(account.appWithRole(), account.appWithCertificate(KeyKind.RSA))) {
            test(app)
                    .body("ok", equalTo(false))
                    .body("identity", nullValue())
                    .body("checks", hasSize(2 + CognitoAction.values().length))
                    .body("checks.ok", everyItem(equalTo(false)))
                    .body("checks.problem.code", everyItem(equalTo("upstream-unavailable")))
                    .body("checks.problem.retryable", everyItem(equalTo(true)));
        }
        assertThat(Cognito.calls("GetCallerIdentity")).isZero();
        assertCognitoWasNotAsked();
    }

    @Test
    void aDenialNamesThePoolInTheAccountOfTheCredentials() {
        Cognito.faults("[{\"operation\": \"AdminDeleteUser\", \"error\": \"AccessDeniedException\"}]");
        test(account.appWithKeys())
                .body(
                        check("cognito-idp:AdminDeleteUser", "problem.detail"),
                        equalTo("Allow cognito-idp:AdminDeleteUser on"
                                + " arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_demo, for instance with"
                                + " deploy/aws/users-write.json."));
    }

    @Test
    void secretsThatCannotBeReadAreAFailureOfTheService() throws SQLException {
        String app = account.choose(account.newApp(), Choices.keys("AKIAIOSFODNN7EXAMPLE", "canary".repeat(7)));
        try (Connection connection = Database.asSuperuser();
                PreparedStatement damage = connection.prepareStatement(
                        "update app_secret set ciphertext = set_byte(ciphertext, 9, get_byte(ciphertext, 9) # 1)"
                                + " where app_id = ?")) {
            damage.setString(1, app.substring("/v1/apps/".length()));
            assertThat(damage.executeUpdate()).isPositive();
        }
        as(Tokens.platform())
                .post(app + "/connection-test")
                .then()
                .spec(problem(500, "internal"))
                .body(not(containsString("canary")));
        assertCognitoWasNotAsked();
    }

    private static ValidatableResponse test(String path) {
        return TestedApp.test(path.substring("/v1/apps/".length()));
    }

    private static List<String> actions(String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        Stream.of(CognitoAction.values()).map(CognitoAction::iam).forEach(all::add);
        return all;
    }

    private static void assertCognitoWasNotAsked() {
        assertThat(Stream.of(CognitoAction.values())).allMatch(action -> Cognito.calls(action.operation()) == 0);
    }
}
