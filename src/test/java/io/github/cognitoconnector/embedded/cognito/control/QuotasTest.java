package io.github.cognitoconnector.embedded.cognito.control;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.OTHER;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/** Contract section 4. */
class QuotasTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final String THROTTLED = "TooManyRequestsException: Rate exceeded";
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final String TARGET = "AWSCognitoIdentityProviderService.";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @BeforeEach
    void unlimited() {
        COGNITO.reset();
    }

    /**
     * The share that gets through is compared with the time that the same run took, however fast the machine is; a pause
     * that it makes counts only as far as a bucket keeps what was not used.
     */
    @Test
    void clientThatAsksFourTimesTheQuotaGetsTheQuota() {
        COGNITO.put("quotas", "{\"UserCreation\": 50}");
        long pause = SECOND / 200;
        long start = System.nanoTime();
        long asked = 0;
        int created = 0;
        int throttled = 0;
        for (long next = start, before = start; asked < 4 * SECOND; next += pause) {
            LockSupport.parkNanos(next - System.nanoTime());
            switch (createUser(DEMO, unique("fast"))) {
                case 200 -> created++;
                case 400 -> throttled++;
                default -> throw new AssertionError("neither created nor throttled");
            }
            long now = System.nanoTime();
            asked += Math.min(now - before, SECOND / 10);
            before = now;
        }

        double rate = created / (asked / (double) SECOND);
        assertThat(rate).isCloseTo(50, withPercentage(5));
        assertThat(throttled).isGreaterThan(created);
    }

    @Test
    void quotaIsSharedByAllPools() {
        COGNITO.put("quotas", "{\"UserList\": 0.01}");

        SDK.listUsers(r -> r.userPoolId(DEMO));
        assertThat(refusal(() -> SDK.listUsers(r -> r.userPoolId(OTHER)))).isEqualTo(THROTTLED);
    }

    @Test
    void operationsOnGroupsAreLimitedInEachPoolBesides() {
        COGNITO.put("quotas", "{\"PerPoolAndOperation\": 0.01}");

        SDK.listGroups(r -> r.userPoolId(DEMO));
        assertThat(refusal(() -> SDK.listGroups(r -> r.userPoolId(DEMO)))).isEqualTo(THROTTLED);
        SDK.listGroups(r -> r.userPoolId(OTHER));
        SDK.getGroup(r -> r.userPoolId(DEMO).groupName("demo"));
        SDK.listUsers(r -> r.userPoolId(DEMO));
        SDK.listUsers(r -> r.userPoolId(DEMO));
    }

    @Test
    void readingAndWritingOneUserAreLimitedBesides() {
        String other = unique("other");
        COGNITO.newUser(DEMO, other);
        COGNITO.put("quotas", "{\"PerUserRead\": 0.01, \"PerUserWrite\": 0.01}");

        get("ada");
        assertThat(refusal(() -> get("Ada"))).isEqualTo(THROTTLED);
        enable("ada");
        assertThat(refusal(() -> enable("ada"))).isEqualTo(THROTTLED);
        get(other);
        enable(other);
    }

    /** New passwords count as account recovery, every other answer first against three times the sign-ins. */
    @Test
    void answersToChallengesHaveQuotasOfTheirOwn() {
        COGNITO.put("quotas", "{\"UserAuthentication\": 0.01, \"UserAccountRecovery\": 0.01}");

        assertThat(refusal(answer("NEW_PASSWORD_REQUIRED"))).isNotEqualTo(THROTTLED);
        assertThat(refusal(answer("NEW_PASSWORD_REQUIRED"))).isEqualTo(THROTTLED);
        assertThat(refusal(answer("SMS_MFA"))).as("from the bucket for answers").isNotEqualTo(THROTTLED);
        assertThat(refusal(answer("SMS_MFA"))).as("from that for sign-ins").isNotEqualTo(THROTTLED);
        assertThat(refusal(answer("SMS_MFA"))).isEqualTo(THROTTLED);
        assertThat(refusal(() -> SDK.initiateAuth(r -> r.clientId("demoweb")
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", "ada", "PASSWORD", "wrong")))))
                .isEqualTo(THROTTLED);
    }

    private static int createUser(String pool, String username) {
        String body =
                "{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"MessageAction\":\"SUPPRESS\"}".formatted(pool, username);
        HttpResponse<String> response = COGNITO.operation(TARGET + "AdminCreateUser", body, "Authorization", "any");
        if (response.statusCode() == 400) {
            assertThat(response.body()).contains("\"TooManyRequestsException\"");
        }
        return response.statusCode();
    }

    private static void get(String username) {
        SDK.adminGetUser(r -> r.userPoolId(DEMO).username(username));
    }

    private static void enable(String username) {
        SDK.adminEnableUser(r -> r.userPoolId(DEMO).username(username));
    }

    private static ThrowingCallable answer(String challenge) {
        return () -> SDK.respondToAuthChallenge(r -> r.clientId("demoweb")
                .challengeName(challenge)
                .session("x".repeat(40))
                .challengeResponses(Map.of("USERNAME", "ada", "NEW_PASSWORD", "Another-Horse-43")));
    }
}
