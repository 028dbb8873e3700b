package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

class RenewalTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String INVALID = "NotAuthorizedException: Invalid Refresh Token";

    @BeforeAll
    static void user() {
        ACCOUNT.confirmed(POOL, "ada");
    }

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    /** Contract section 5: the sign-in stays the same one. */
    @Test
    void newTokensAreOfTheSameSignIn() {
        String client = ACCOUNT.client(POOL);
        AuthenticationResultType first = signIn(client);
        COGNITO.put("clock", "{\"offsetSeconds\": 1800}");

        AuthenticationResultType renewed = renew(client, first.refreshToken());

        assertThat(renewed.refreshToken()).isNull();
        Map<String, Object> before = claims(first.accessToken());
        assertThat(claims(renewed.accessToken()))
                .containsEntry("auth_time", before.get("auth_time"))
                .containsEntry("origin_jti", before.get("origin_jti"))
                .doesNotContainEntry("jti", before.get("jti"))
                .doesNotContainEntry("iat", before.get("iat"));
        assertThat(claims(renewed.idToken())).containsEntry("auth_time", before.get("auth_time"));
    }

    @Test
    void clientThatRotatesGivesAnotherToken() {
        String client = rotating(30);
        AuthenticationResultType first = signIn(client);

        AuthenticationResultType second = renew(client, first.refreshToken());
        assertThat(second.refreshToken()).isNotEmpty().isNotEqualTo(first.refreshToken());
        COGNITO.put("clock", "{\"offsetSeconds\": 10}");
        assertThat(renew(client, first.refreshToken()).accessToken()).isNotEmpty();
        COGNITO.put("clock", "{\"offsetSeconds\": 31}");
        assertThat(refusal(() -> renew(client, first.refreshToken()))).startsWith("RefreshTokenReuseException: ");
        assertThat(renew(client, second.refreshToken()).refreshToken()).isNotEmpty();
    }

    @Test
    void withoutGraceATokenIsGoodOnce() {
        String client = rotating(0);
        AuthenticationResultType first = signIn(client);
        AuthenticationResultType second = renew(client, first.refreshToken());

        assertThat(refusal(() -> renew(client, first.refreshToken()))).startsWith("RefreshTokenReuseException: ");
        assertThat(renew(client, second.refreshToken()).refreshToken()).isNotEmpty();
    }

    @Test
    void tokenThatWasRotatedDoesNotComeBackWhenTheClientStopsRotating() {
        String client = rotating(0);
        String first = signIn(client).refreshToken();
        String second = renew(client, first).refreshToken();
        SDK.updateUserPoolClient(r -> r.userPoolId(POOL)
                .clientId(client)
                .explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH));

        assertThat(refusal(() -> renew(client, first))).isEqualTo(INVALID);
        assertThat(renew(client, second).accessToken()).isNotEmpty();
        assertThat(renew(client, second).accessToken()).isNotEmpty();
    }

    /** A client that rotates cannot have the flow. */
    @Test
    void flowDoesNotRotate() {
        String client = rotating(0);
        String token = signIn(client).refreshToken();
        assertThat(refusal(() -> SDK.initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", token)))))
                .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
        assertThat(renew(client, token).refreshToken()).isNotEmpty();
    }

    @Test
    void tokenEndpointRotatesToo() {
        String client = rotating(0);
        String form = "grant_type=refresh_token&client_id=" + client + "&refresh_token="
                + signIn(client).refreshToken();
        String next = Json.parse(COGNITO.form(form).body())
                .orElseThrow()
                .path("refresh_token")
                .asText();
        assertThat(renew(client, next).refreshToken()).isNotEmpty();
        assertThat(COGNITO.form(form).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    /** A session does not live longer for being renewed. */
    @Test
    void rotationDoesNotProlong() {
        String client = ACCOUNT.client(
                POOL,
                r -> r.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenValidity(1)
                        .refreshTokenRotation(
                                rotation -> rotation.feature("ENABLED").retryGracePeriodSeconds(0)));
        String first = signIn(client).refreshToken();
        COGNITO.put("clock", "{\"offsetSeconds\": 80000}");
        String second = renew(client, first).refreshToken();
        COGNITO.put("clock", "{\"offsetSeconds\": 86401}");
        assertThat(refusal(() -> renew(client, second))).isEqualTo(INVALID);
    }

    @Test
    void tokenBelongsToItsClient() {
        String client = ACCOUNT.client(POOL);
        String token = signIn(client).refreshToken();
        String other = ACCOUNT.client(POOL);
        assertThat(refusal(() -> renew(other, token))).isEqualTo(INVALID);
        assertThat(refusal(() -> renew(client, "a.b.c"))).isEqualTo(INVALID);
        assertThat(refusal(() -> renew("nosuchclient", token))).startsWith("ResourceNotFoundException");
        SDK.revokeToken(r -> r.clientId(client).token(token));
        assertThat(refusal(() -> renew(client, token))).isEqualTo(INVALID);
    }

    @Test
    void clientWithASecretGivesIt() {
        UserPoolClientType client = ACCOUNT.newClient(POOL, r -> r.generateSecret(true));
        String token = SDK.initiateAuth(r -> r.clientId(client.clientId())
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of(
                                "USERNAME",
                                "ada",
                                "PASSWORD",
                                PASSWORD,
                                "SECRET_HASH",
                                Account.secretHash(client, "ada"))))
                .authenticationResult()
                .refreshToken();
        assertThat(refusal(() -> renew(client.clientId(), token)))
                .isEqualTo("NotAuthorizedException: Invalid client secret.");
        assertThat(SDK.getTokensFromRefreshToken(r -> r.clientId(client.clientId())
                                .clientSecret(client.clientSecret())
                                .refreshToken(token))
                        .authenticationResult()
                        .idToken())
                .isNotEmpty();
        assertThat(refusal(() -> SDK.revokeToken(r -> r.clientId(client.clientId())
                        .clientSecret("wrong-wrong-wrong-wrong-1")
                        .token(token))))
                .startsWith("UnauthorizedException");
    }

    /** Contract section 5: what tells tokens apart is there only where they can be revoked. */
    @Test
    void clientThatDoesNotRevokeHasPlainerTokens() {
        String client = ACCOUNT.client(POOL, r -> r.enableTokenRevocation(false));
        AuthenticationResultType tokens = signIn(client);

        assertThat(claims(tokens.accessToken()))
                .doesNotContainKeys("origin_jti", "jti")
                .containsKey("event_id");
        assertThat(claims(tokens.idToken())).doesNotContainKeys("origin_jti", "jti");
        assertThat(SDK.getUser(r -> r.accessToken(tokens.accessToken())).username())
                .isEqualTo("ada");
        assertThat(refusal(() -> SDK.revokeToken(r -> r.clientId(client).token(tokens.refreshToken()))))
                .startsWith("UnsupportedOperationException: ");
        SDK.globalSignOut(r -> r.accessToken(tokens.accessToken()));
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(tokens.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }

    private static String rotating(int graceSeconds) {
        return ACCOUNT.client(
                POOL,
                r -> r.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenRotation(
                                rotation -> rotation.feature("ENABLED").retryGracePeriodSeconds(graceSeconds)));
    }

    private static AuthenticationResultType signIn(String client) {
        return ACCOUNT.signIn(client, "ada", PASSWORD);
    }

    private static AuthenticationResultType renew(String client, String token) {
        return SDK.getTokensFromRefreshToken(r -> r.clientId(client).refreshToken(token))
                .authenticationResult();
    }

    private static Map<String, Object> claims(String token) {
        return Tokens.verify(COGNITO, POOL, token);
    }
}
