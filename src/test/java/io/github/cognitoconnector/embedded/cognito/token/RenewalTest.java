package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
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
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

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

        AuthenticationResultType renewed = ACCOUNT.renew(client, first.refreshToken());

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
    @Row(30)
    void clientThatRotatesGivesAnotherToken() {
        String client = ACCOUNT.rotatingClient(POOL, 30);
        AuthenticationResultType first = signIn(client);

        AuthenticationResultType second = ACCOUNT.renew(client, first.refreshToken());
        assertThat(second.refreshToken()).isNotEmpty().isNotEqualTo(first.refreshToken());
        COGNITO.put("clock", "{\"offsetSeconds\": 10}");
        assertThat(ACCOUNT.renew(client, first.refreshToken()).accessToken()).isNotEmpty();
        COGNITO.put("clock", "{\"offsetSeconds\": 31}");
        assertThat(refusal(() -> ACCOUNT.renew(client, first.refreshToken())))
                .startsWith("RefreshTokenReuseException: ");
        assertThat(ACCOUNT.renew(client, second.refreshToken()).refreshToken()).isNotEmpty();
    }

    @Test
    void tokenThatWasRotatedDoesNotComeBackWhenTheClientStopsRotating() {
        String client = ACCOUNT.rotatingClient(POOL, 0);
        String first = signIn(client).refreshToken();
        String second = ACCOUNT.renew(client, first).refreshToken();
        SDK.updateUserPoolClient(r -> r.userPoolId(POOL)
                .clientId(client)
                .explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH));

        assertThat(refusal(() -> ACCOUNT.renew(client, first))).isEqualTo(INVALID);
        assertThat(ACCOUNT.renew(client, second).accessToken()).isNotEmpty();
        assertThat(ACCOUNT.renew(client, second).accessToken()).isNotEmpty();
    }

    @Test
    void tokenEndpointRotatesToo() {
        String client = ACCOUNT.rotatingClient(POOL, 0);
        String form = "grant_type=refresh_token&client_id=" + client + "&refresh_token="
                + signIn(client).refreshToken();
        String next = Json.parse(COGNITO.form(form).body())
                .orElseThrow()
                .path("refresh_token")
                .asText();
        assertThat(ACCOUNT.renew(client, next).refreshToken()).isNotEmpty();
        assertThat(COGNITO.form(form).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    /** A session does not live longer for being renewed. */
    @Test
    @Row(30)
    void rotationDoesNotProlong() {
        String client = ACCOUNT.client(
                POOL,
                r -> r.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenValidity(1)
                        .refreshTokenRotation(
                                rotation -> rotation.feature("ENABLED").retryGracePeriodSeconds(0)));
        String first = signIn(client).refreshToken();
        COGNITO.put("clock", "{\"offsetSeconds\": 80000}");
        String second = ACCOUNT.renew(client, first).refreshToken();
        COGNITO.put("clock", "{\"offsetSeconds\": 86401}");
        assertThat(refusal(() -> ACCOUNT.renew(client, second))).isEqualTo(INVALID);
    }

    private static AuthenticationResultType signIn(String client) {
        return ACCOUNT.signIn(client, "ada", PASSWORD);
    }

    private static Map<String, Object> claims(String token) {
        return Tokens.verify(COGNITO, POOL, token);
    }
}
