package io.github.cognitoconnector.embedded.cognito.mfa;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.AuthenticatorApp;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

class AuthenticatorTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool OPTIONAL = FactorPool.withFactors(COGNITO, "OPTIONAL", FactorPool::totp);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void codeIsAskedForAndGoodOnce() {
        String user = OPTIONAL.user();
        AuthenticatorApp app = switchedOn(user);

        InitiateAuthResponse challenge = OPTIONAL.signIn(user);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
        assertThat(challenge.challengeParameters()).containsEntry("USER_ID_FOR_SRP", user);
        assertThat(challenge.authenticationResult()).isNull();
        assertThat(refusal(() -> answer(challenge, user, app.wrongCode())))
                .isEqualTo("CodeMismatchException: Invalid code received for user");

        COGNITO.put("clock", "{\"offsetSeconds\": 90}");
        String code = app.code(90);
        assertThat(answer(challenge, user, code).authenticationResult().accessToken())
                .isNotEmpty();
        assertThat(refusal(() -> answer(challenge, user, app.code(120))))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
        InitiateAuthResponse next = OPTIONAL.signIn(user);
        assertThat(refusal(() -> answer(next, user, code)))
                .isEqualTo("ExpiredCodeException: Your software token has already been used once.");
        assertThat(answer(next, user, app.code(120)).authenticationResult()).isNotNull();
    }

    @Test
    void clockOfTheAppMayBeOneStepOff() {
        String user = OPTIONAL.user();
        AuthenticatorApp app = switchedOn(user);
        COGNITO.put("clock", "{\"offsetSeconds\": 300}");
        InitiateAuthResponse challenge = OPTIONAL.signIn(user);

        assertThat(refusal(() -> answer(challenge, user, app.code(300 - 75)))).startsWith("CodeMismatchException");
        assertThat(refusal(() -> answer(challenge, user, app.code(300 + 90)))).startsWith("CodeMismatchException");
        assertThat(answer(challenge, user, app.code(300 + 30)).authenticationResult())
                .isNotNull();
    }

    @Test
    void wrongCodesUseTheSessionUp() {
        String user = OPTIONAL.user();
        AuthenticatorApp app = switchedOn(user);
        InitiateAuthResponse challenge = OPTIONAL.signIn(user);

        for (int i = 0; i < 5; i++) {
            assertThat(refusal(() -> answer(challenge, user, app.wrongCode()))).startsWith("CodeMismatchException");
        }
        assertThat(refusal(() -> answer(challenge, user, app.code(30)))).startsWith("NotAuthorizedException");
    }

    @Test
    void codeHasToComeInTime() {
        String user = OPTIONAL.user();
        AuthenticatorApp app = switchedOn(user);
        InitiateAuthResponse challenge = OPTIONAL.signIn(user);

        COGNITO.put("clock", "{\"offsetSeconds\": 181}");
        assertThat(refusal(() -> answer(challenge, user, app.code(181))))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    /** The product resets a lost authenticator so; the user sets up another one. */
    @Test
    void lostAuthenticatorGivesWayToAnother() {
        String user = OPTIONAL.user();
        AuthenticatorApp lost = switchedOn(user);

        SDK.adminSetUserMFAPreference(r -> r.userPoolId(OPTIONAL.pool())
                .username(user)
                .softwareTokenMfaSettings(s -> s.enabled(false).preferredMfa(false)));
        assertThat(get(OPTIONAL, user).userMFASettingList()).isEmpty();
        assertThat(get(OPTIONAL, user).preferredMfaSetting()).isNull();

        COGNITO.put("clock", "{\"offsetSeconds\": 90}");
        String token = OPTIONAL.accessToken(user);
        AuthenticatorApp found = new AuthenticatorApp(
                SDK.associateSoftwareToken(r -> r.accessToken(token)).secretCode());
        assertThat(found.secret()).isNotEqualTo(lost.secret());
        SDK.verifySoftwareToken(r -> r.accessToken(token).userCode(found.code(90)));
        prefer(user, token);
        InitiateAuthResponse challenge = OPTIONAL.signIn(user);
        assertThat(refusal(() -> answer(challenge, user, lost.code(120)))).startsWith("CodeMismatchException");
        assertThat(answer(challenge, user, found.code(120)).authenticationResult())
                .isNotNull();
    }

    private static AuthenticatorApp switchedOn(String user) {
        String token = OPTIONAL.accessToken(user);
        AuthenticatorApp app = OPTIONAL.enroll(token);
        prefer(user, token);
        return app;
    }

    private static void prefer(String user, String token) {
        SDK.setUserMFAPreference(r -> r.accessToken(token)
                .softwareTokenMfaSettings(s -> s.enabled(true).preferredMfa(true)));
        var shown = SDK.getUser(r -> r.accessToken(token));
        assertThat(List.of(shown.username(), shown.preferredMfaSetting(), shown.userMFASettingList()))
                .isEqualTo(List.of(user, "SOFTWARE_TOKEN_MFA", List.of("SOFTWARE_TOKEN_MFA")));
    }

    private static AdminGetUserResponse get(FactorPool pool, String user) {
        return SDK.adminGetUser(r -> r.userPoolId(pool.pool()).username(user));
    }

    private static RespondToAuthChallengeResponse answer(InitiateAuthResponse challenge, String user, String code) {
        return OPTIONAL.answer(
                ChallengeNameType.SOFTWARE_TOKEN_MFA,
                challenge.session(),
                Map.of("USERNAME", user, "SOFTWARE_TOKEN_MFA_CODE", code));
    }
}
