package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** As AWS documents it under "Lockout behavior for failed sign-in attempts", which MFA refers to. */
class SharedLockoutTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool POOL = FactorPool.create(COGNITO, r -> {});
    private static final String LOCKED = "NotAuthorizedException: Password attempts exceeded";
    private static final String MISMATCH = "CodeMismatchException";

    /** After so many failures the lockout lasts two minutes, which do not pass by themselves. */
    private static final int FAILURES = 12;

    private int offset;

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void wrongCodesAndWrongPasswordsCountTogether() {
        String user = newUser();
        for (int failures = 1; failures < FAILURES; failures++) {
            waitFor(failures);
            if (failures % 2 == 0) {
                assertThat(refusal(() -> wrongPassword(user))).endsWith("Incorrect username or password.");
            } else {
                InitiateAuthResponse question = POOL.signIn(user);
                assertThat(refusal(() -> answer(question, user, "x" + COGNITO.newestCode())))
                        .startsWith(MISMATCH);
            }
        }
        waitFor(FAILURES);
        InitiateAuthResponse open = POOL.signIn(user);
        String code = COGNITO.newestCode();
        assertThat(refusal(() -> answer(open, user, "x" + code))).startsWith(MISMATCH);

        assertThat(refusal(() -> POOL.signIn(user))).isEqualTo(LOCKED);
        assertThat(refusal(() -> answer(open, user, code))).isEqualTo(LOCKED);
        move(129);
        answer(open, user, code);
        assertThat(refusal(() -> wrongPassword(user))).endsWith("Incorrect username or password.");
        assertThat(POOL.signIn(user).challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
    }

    /** Otherwise whoever knows the password could try codes without end. */
    @Test
    void rightPasswordAloneForgetsNothing() {
        String user = newUser();
        for (int failures = 1; failures <= FAILURES; failures++) {
            waitFor(failures);
            InitiateAuthResponse question = POOL.signIn(user);
            assertThat(refusal(() -> answer(question, user, "x" + COGNITO.newestCode())))
                    .startsWith(MISMATCH);
        }

        assertThat(refusal(() -> POOL.signIn(user))).isEqualTo(LOCKED);
        assertThat(POOL.signIn(newUser()).challengeName()).as("of others").isEqualTo(ChallengeNameType.SMS_MFA);
    }

    private String newUser() {
        POOL.configure("OPTIONAL", FactorPool::sms);
        String user = POOL.user(attribute("phone_number", "+491701234567"));
        SDK.adminSetUserMFAPreference(
                r -> r.userPoolId(POOL.pool()).username(user).smsMfaSettings(s -> s.enabled(true)));
        return user;
    }

    /** Until the lockout that the failures before this one brought is over. */
    private void waitFor(int failure) {
        move(failure > 5 ? (1 << (failure - 6)) + 1 : 0);
    }

    private void move(int seconds) {
        offset += seconds;
        COGNITO.put("clock", "{\"offsetSeconds\": " + offset + "}");
    }

    private static void wrongPassword(String user) {
        POOL.signIn(user, Map.of("PASSWORD", "Wrong-Horse-42"));
    }

    private static void answer(InitiateAuthResponse question, String user, String code) {
        POOL.answer(ChallengeNameType.SMS_MFA, question.session(), Map.of("USERNAME", user, "SMS_MFA_CODE", code));
    }
}
