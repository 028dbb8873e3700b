package io.github.cognitoconnector.embedded.cognito.sts;

import static io.github.cognitoconnector.embedded.cognito.testing.Callers.KNOWN;
import static io.github.cognitoconnector.embedded.cognito.testing.Callers.ROLE;
import static io.github.cognitoconnector.embedded.cognito.testing.Callers.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.Callers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cognitoconnector.embedded.cognito.testing.Callers;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

class AssumeRoleTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Callers CALLERS = new Callers(COGNITO);
    private static final String NOT_AUTHORIZED =
            "403 AccessDenied: User: %s is not authorized to perform: sts:AssumeRole on resource: " + ROLE;
    private static final String KNOWN_ARN = "arn:aws:iam::123456789012:user/AKIAKNOWN";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @BeforeEach
    void register() {
        CALLERS.register("");
    }

    @AfterEach
    void reset() {
        CALLERS.reset();
    }

    private static AssumeRoleResponse assume(AwsCredentials caller, Consumer<AssumeRoleRequest.Builder> more) {
        try (StsClient sts = CALLERS.sts(caller)) {
            return sts.assumeRole(request(more));
        }
    }

    private static String refused(AwsCredentials caller, Consumer<AssumeRoleRequest.Builder> more) {
        return refusal(() -> assume(caller, more));
    }

    private static void registerRole(String members) {
        CALLERS.register("", "\"roles\":[{\"arn\":\"" + ROLE + "\"" + members + "}]");
    }

    @Test
    void sessionHasKeyTokenAndEnd() {
        AssumeRoleResponse response = assume(KNOWN, r -> r.durationSeconds(900));

        assertThat(response.assumedRoleUser().arn()).isEqualTo(Callers.SESSION_ARN);
        assertThat(response.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z0-9]{17}:connector");
        assertThat(response.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(response.credentials().secretAccessKey()).hasSize(40);
        assertThat(response.credentials().expiration())
                .isCloseTo(Instant.now().plusSeconds(900), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void callerIdentityIsTheKeysOwner() {
        try (StsClient sts = CALLERS.sts(KNOWN)) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo(KNOWN_ARN);
            assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
        }
    }

    @Test
    void callerIdentityOfASessionIsTheSession() {
        try (StsClient sts = CALLERS.sts(CALLERS.session(r -> {}))) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo(Callers.SESSION_ARN);
            assertThat(sts.getCallerIdentity().userId()).endsWith(":connector");
        }
    }

    @Test
    void unknownKeyIsSomebodyUnlessRefused() {
        AwsCredentials unknown = AwsBasicCredentials.create("AKIAUNKNOWN", "whatever");
        try (StsClient sts = CALLERS.sts(unknown)) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::000000000000:user/AKIAUNKNOWN");
            COGNITO.put("identities", "{\"unknownKeys\":\"REFUSE\"}");

            assertThat(refusal(sts::getCallerIdentity))
                    .isEqualTo("403 InvalidClientTokenId: The security token included in the request is invalid.");
        }
    }

    @Test
    void wrongSecretIsRefused() {
        assertThat(refused(AwsBasicCredentials.create("AKIAKNOWN", "another"), r -> {}))
                .startsWith("403 SignatureDoesNotMatch: The request signature we calculated does not match");
    }

    @Test
    void revokedKeyIsRefused() {
        CALLERS.register(",\"revoked\":true");

        assertThat(refused(KNOWN, r -> {}))
                .isEqualTo("403 InvalidClientTokenId: The security token included in the request is invalid.");
    }

    @Test
    void endedSessionIsRefused() {
        AwsCredentials session = CALLERS.session(r -> r.durationSeconds(900));
        COGNITO.put("clock", "{\"offsetSeconds\":901}");

        assertThat(refused(session, r -> {}))
                .isEqualTo("403 ExpiredToken: The security token included in the request is expired");
    }

    @Test
    void signatureOfAnotherTimeIsRefused() {
        COGNITO.put("clock", "{\"offsetSeconds\":1000}");
        assertThat(refused(KNOWN, r -> {})).startsWith("403 SignatureDoesNotMatch: Signature expired: ");
        COGNITO.put("clock", "{\"offsetSeconds\":-1000}");
        assertThat(refused(KNOWN, r -> {})).startsWith("403 SignatureDoesNotMatch: Signature not yet current: ");
    }

    @Test
    void clientLearnsTheTimeAndTriesAgain() {
        COGNITO.put("clock", "{\"offsetSeconds\":86400}");

        try (StsClient sts = CALLERS.sts(KNOWN, AwsRetryStrategy.standardRetryStrategy())) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo(KNOWN_ARN);
        }
    }

    @Test
    void sessionWithoutItsTokenIsRefused() {
        AwsSessionCredentials session = CALLERS.session(r -> {});
        AwsCredentials alone = AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey());
        AwsCredentials other =
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), "another");

        assertThat(refused(alone, r -> {})).startsWith("403 InvalidClientTokenId");
        assertThat(refused(other, r -> {})).startsWith("403 InvalidClientTokenId");
    }

    @Test
    void externalIdHasToBeTheOneOfTheRole() {
        registerRole(",\"externalId\":\"tenant-7\"");

        assertThat(assume(KNOWN, r -> r.externalId("tenant-7")).credentials()).isNotNull();
        assertThat(refused(KNOWN, r -> r.externalId("tenant-8"))).isEqualTo(NOT_AUTHORIZED.formatted(KNOWN_ARN));
        assertThat(refused(KNOWN, r -> {})).isEqualTo(NOT_AUTHORIZED.formatted(KNOWN_ARN));
    }

    @Test
    void roleThatTrustsNobodyIsRefused() {
        registerRole(",\"denied\":true");

        assertThat(refused(KNOWN, r -> {})).isEqualTo(NOT_AUTHORIZED.formatted(KNOWN_ARN));
    }

    @Test
    void callerWhoMayNotAssumeIsRefused() {
        CALLERS.register(",\"denied\":[\"sts:AssumeRole\"]");

        assertThat(refused(KNOWN, r -> {})).isEqualTo(NOT_AUTHORIZED.formatted(KNOWN_ARN));
    }

    @Test
    void longestDurationIsThatOfTheRole() {
        registerRole(",\"maxSessionDuration\":7200");

        assertThat(assume(KNOWN, r -> r.durationSeconds(7200)).credentials()).isNotNull();
        assertThat(refused(KNOWN, r -> r.durationSeconds(7201)))
                .isEqualTo("400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for"
                        + " this role.");
    }

    @Test
    void registeredRoleLastsAnHourUnlessToldOtherwise() {
        registerRole("");

        assertThat(refused(KNOWN, r -> r.durationSeconds(3601))).contains("MaxSessionDuration set for this role");
    }

    @Test
    void sessionOfASessionLastsAnHourAtMost() {
        AwsCredentials session = CALLERS.session(r -> {});

        assertThat(assume(session, r -> r.durationSeconds(3600)).credentials()).isNotNull();
        assertThat(refused(session, r -> r.durationSeconds(3601)))
                .startsWith("400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit");
    }

    @Test
    void formIsChecked() {
        assertThat(refused(KNOWN, r -> r.durationSeconds(899)))
                .isEqualTo("400 ValidationError: 1 validation error detected: Value '899' at 'durationSeconds' failed"
                        + " to satisfy constraint: Member must have value greater than or equal to 900");
        assertThat(refused(KNOWN, r -> r.durationSeconds(43_201))).contains("less than or equal to 43200");
        assertThat(refused(KNOWN, r -> r.roleSessionName("no blanks"))).contains("at 'roleSessionName' failed");
        assertThat(refused(KNOWN, r -> r.roleSessionName("x").externalId("<")))
                .startsWith("400 ValidationError: 3 validation errors detected: ");
        assertThat(refused(KNOWN, r -> r.roleArn("arn:aws:iam::123456789012:user/ada")))
                .isEqualTo("400 ValidationError: arn:aws:iam::123456789012:user/ada is invalid");
        assertThat(refused(KNOWN, r -> r.roleArn(null).roleSessionName(null)))
                .contains("Value null at 'roleArn'", "Value null at 'roleSessionName'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no policy",
                "{}",
                "{\"Statement\":[]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\"}]}",
                "{\"Statement\":[{\"Effect\":\"Maybe\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[7],\"Resource\":\"*\"}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{}}]}"
            })
    void textThatIsNoPolicyIsRefused(String text) {
        assertThat(refused(KNOWN, r -> r.policy(text)))
                .isEqualTo("400 MalformedPolicyDocument: Syntax errors in policy.");
    }

    @Test
    void policyHasAPackedSize() {
        String policy = Callers.policy("Allow", "cognito-idp:*", "*");

        assertThat(assume(KNOWN, r -> r.policy(policy)).packedPolicySize()).isBetween(1, 100);
        assertThat(assume(KNOWN, r -> {}).packedPolicySize()).isNull();
    }

    @Test
    void resetKeepsSessions() {
        AwsCredentials session = CALLERS.session(r -> {});
        COGNITO.reset();

        try (StsClient sts = CALLERS.sts(session)) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo(Callers.SESSION_ARN);
        }
    }
}
