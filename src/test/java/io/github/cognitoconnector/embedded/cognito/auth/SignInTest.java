package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.contract.Section;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

class SignInTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void adaSignsInAtThePublicClient() {
        AuthenticationResultType result = signIn("ada", "Ada-Lovelace-1815!").authenticationResult();

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(3600);
        assertThat(SDK.getUser(r -> r.accessToken(result.accessToken())).username())
                .isEqualTo("ada");
    }

    @Test
    @Section(2)
    void challengeBelongsToItsUserAndLastsThreeMinutes() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);
        InitiateAuthResponse challenge = signIn(user, PASSWORD);

        assertThat(refusal(() -> answer(challenge, "ada", "My-Own-Horse-43")))
                .startsWith("NotAuthorizedException: Invalid session");
        COGNITO.put("clock", "{\"offsetSeconds\": 181}");
        assertThat(refusal(() -> answer(challenge, user, "My-Own-Horse-43")))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    @Test
    @Row(5)
    void temporaryPasswordExpiresAfterTheDaysOfThePolicy() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);

        COGNITO.put("clock", "{\"offsetSeconds\": " + 7 * 86_400 + "}");
        assertThat(refusal(() -> signIn(user, PASSWORD)))
                .isEqualTo("NotAuthorizedException: Temporary password has expired and must be reset by an"
                        + " administrator.");
    }

    @Test
    @Section(5)
    void accessTokenExpires() {
        AuthenticationResultType result = signIn(confirmed(), PASSWORD).authenticationResult();
        COGNITO.put("clock", "{\"offsetSeconds\": 3601}");

        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(result.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has expired");
    }

    private static String confirmed() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);
        SDK.adminSetUserPassword(
                r -> r.userPoolId(DEMO).username(user).password(PASSWORD).permanent(true));
        return user;
    }

    private static InitiateAuthResponse signIn(String user, String password) {
        return signIn("demoweb", Map.of("USERNAME", user, "PASSWORD", password));
    }

    private static InitiateAuthResponse signIn(String client, Map<String, String> parameters) {
        return SDK.initiateAuth(r ->
                r.clientId(client).authFlow(AuthFlowType.USER_PASSWORD_AUTH).authParameters(parameters));
    }

    private static void answer(InitiateAuthResponse challenge, String user, String password) {
        var answered = SDK.respondToAuthChallenge(r -> r.clientId("demoweb")
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(challenge.session())
                .challengeResponses(Map.of("USERNAME", user, "NEW_PASSWORD", password)));
        assertThat(answered.authenticationResult().refreshToken()).isNotEmpty();
    }
}
