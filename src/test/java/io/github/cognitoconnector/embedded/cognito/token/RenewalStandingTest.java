package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** Sign-ins outlast the password with which they began, as AWS documents no end of them. */
class RenewalStandingTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String RESET = "PasswordResetRequiredException: Password reset required for the user";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** Contract row 13, and GetUser's PasswordResetRequiredException. */
    @Test
    void signInSleepsUntilThePasswordIsSetAnew() {
        String user = newUser();
        AuthenticationResultType tokens = ACCOUNT.signIn(CLIENT, user, PASSWORD);
        SDK.adminResetUserPassword(r -> r.userPoolId(POOL).username(user));

        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(tokens.accessToken()))))
                .isEqualTo(RESET);
        assertThat(refusal(() -> flow(tokens))).isEqualTo(RESET);
        assertThat(refusal(() -> renew(tokens))).isEqualTo(RESET);
        assertThat(COGNITO.form(form(tokens)).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        String code = COGNITO.code(user + "@example.com");
        SDK.confirmForgotPassword(
                r -> r.clientId(CLIENT).username(user).confirmationCode(code).password("New-Horse-43"));

        assertThat(SDK.getUser(r -> r.accessToken(tokens.accessToken())).username())
                .isEqualTo(user);
        assertThat(flow(tokens)).isNotNull();
        assertThat(renew(tokens)).isNotNull();
    }

    @Test
    void signedOutUserIsNotWokenByANewPassword() {
        String user = newUser();
        AuthenticationResultType tokens = ACCOUNT.signIn(CLIENT, user, PASSWORD);
        SDK.adminUserGlobalSignOut(r -> r.userPoolId(POOL).username(user));
        ACCOUNT.setPassword(POOL, user, "New-Horse-43");

        assertThat(refusal(() -> renew(tokens))).isEqualTo("NotAuthorizedException: Invalid Refresh Token");
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(tokens.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }

    /** Contract section 5. */
    @Test
    void onlyTheTokenEndpointNumbersItsVersion() {
        AuthenticationResultType tokens = ACCOUNT.signIn(CLIENT, newUser(), PASSWORD);
        var renewed = Json.parse(COGNITO.form(form(tokens)).body()).orElseThrow();

        assertThat(claims(renewed.path("access_token").asText()))
                .containsEntry("version", 2L)
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .containsEntry("origin_jti", claims(tokens.accessToken()).get("origin_jti"));
        assertThat(claims(renewed.path("id_token").asText())).doesNotContainKey("version");
        assertThat(claims(tokens.accessToken())).doesNotContainKey("version");
        assertThat(claims(renew(tokens))).doesNotContainKey("version");
        assertThat(claims(flow(tokens))).doesNotContainKey("version");
    }

    private static String newUser() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    private static Map<String, Object> claims(String token) {
        return Tokens.verify(COGNITO, POOL, token);
    }

    private static String form(AuthenticationResultType tokens) {
        return "grant_type=refresh_token&client_id=" + CLIENT + "&refresh_token=" + tokens.refreshToken();
    }

    private static String flow(AuthenticationResultType tokens) {
        return SDK.initiateAuth(r -> r.clientId(CLIENT)
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", tokens.refreshToken())))
                .authenticationResult()
                .accessToken();
    }

    private static String renew(AuthenticationResultType tokens) {
        return SDK.getTokensFromRefreshToken(r -> r.clientId(CLIENT).refreshToken(tokens.refreshToken()))
                .authenticationResult()
                .accessToken();
    }
}
