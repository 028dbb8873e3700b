package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.SrpClient;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** What USER_SRP_AUTH and the answer to PASSWORD_VERIFIER have to look like. */
class SecureRemotePasswordFormatTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT = ACCOUNT.client(POOL);

    private final SrpClient srp = new SrpClient(POOL);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static String newUser() {
        String user = TestCognito.unique("user");
        ACCOUNT.confirmed(POOL, user);
        return user;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri Nov 20 2026", "2026-11-20T12:00:00Z", "Fri Nov 20 12:00:00 +05:30 2026", "Fr Nov 20"})
    void timestampIsInTheOneFormat(String timestamp) {
        Map<String, String> challenge = start(CLIENT, newUser()).challengeParameters();

        assertThat(refusal(() -> answer(CLIENT, srp.answer(challenge, PASSWORD, timestamp))))
                .isEqualTo("InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in"
                        + " english.");
    }

    /** Patterns that look for the end of such a text again and again would take minutes. */
    @Test
    void timestampOfGreatLengthIsRefusedAtOnce() {
        Map<String, String> proof = srp.answer(start(CLIENT, newUser()).challengeParameters(), PASSWORD);
        proof.put("TIMESTAMP", "Fri Nov " + "A".repeat(120_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(refusal(() -> answer(CLIENT, proof)))
                        .startsWith("InvalidParameterException: TIMESTAMP format"));
    }

    @Test
    void nameIsNoLongerThanAnyUsers() {
        String tooLong = "x".repeat(257);
        assertThat(refusal(() -> ACCOUNT.start(CLIENT, tooLong, PASSWORD)))
                .isEqualTo("InvalidParameterException: USERNAME is longer than 128 characters.");
        assertThat(refusal(() -> start(CLIENT, tooLong)))
                .isEqualTo("InvalidParameterException: USERNAME is longer than 128 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "xyz", "-1"})
    void publicValueThatOpensEveryAccountIsRefused(String value) {
        assertThat(refusal(() -> start(CLIENT, newUser(), value)))
                .isEqualTo("InvalidParameterException: SRP_A is not valid.");
    }

    @Test
    void publicValueOfZeroInTheGroupIsRefused() {
        String user = newUser();
        assertThat(refusal(() -> start(CLIENT, user, SrpClient.zero())))
                .isEqualTo("InvalidParameterException: SRP_A is not valid.");
        assertThat(refusal(() -> start(CLIENT, user, "f".repeat(100_000))))
                .isEqualTo("InvalidParameterException: SRP_A is not valid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USERNAME", "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP"})
    void everyPartIsRequired(String part) {
        Map<String, String> proof = srp.answer(start(CLIENT, newUser()).challengeParameters(), PASSWORD);
        proof.remove(part);
        assertThat(refusal(() -> answer(CLIENT, proof)))
                .isEqualTo("InvalidParameterException: Missing required parameter " + part);
    }

    @Test
    void proofIsBase64() {
        Map<String, String> proof = srp.answer(start(CLIENT, newUser()).challengeParameters(), PASSWORD);
        proof.put("PASSWORD_CLAIM_SIGNATURE", "***");
        assertThat(refusal(() -> answer(CLIENT, proof)))
                .isEqualTo("InvalidParameterException: PASSWORD_CLAIM_SIGNATURE is not valid Base64.");
    }

    @Test
    void flowHasToBeEnabled() {
        String user = newUser();
        String client = ACCOUNT.client(POOL, r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH"));
        assertThat(refusal(() -> start(client, user)))
                .isEqualTo("InvalidParameterException: USER_SRP_AUTH is not enabled for the client.");
        String legacy = ACCOUNT.client(POOL, r -> r.explicitAuthFlowsWithStrings("USER_PASSWORD_AUTH"));
        assertThat(start(legacy, user).challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        String custom = ACCOUNT.client(POOL, r -> r.explicitAuthFlowsWithStrings("CUSTOM_AUTH_FLOW_ONLY"));
        assertThat(refusal(() -> start(custom, user))).startsWith("InvalidParameterException");
    }

    private InitiateAuthResponse start(String client, String user) {
        return start(client, user, srp.open());
    }

    private static InitiateAuthResponse start(String client, String user, String open) {
        return SDK.initiateAuth(r -> r.clientId(client)
                .authFlow(AuthFlowType.USER_SRP_AUTH)
                .authParameters(Map.of("USERNAME", user, "SRP_A", open)));
    }

    private static RespondToAuthChallengeResponse answer(String client, Map<String, String> responses) {
        return SDK.respondToAuthChallenge(r -> r.clientId(client)
                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                .challengeResponses(responses));
    }
}
