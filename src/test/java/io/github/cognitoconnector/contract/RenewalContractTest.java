package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

@ContractSuite
@Section({1, 5})
class RenewalContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> {
        String pool = COGNITO.newPool();
        ACCOUNT.confirmed(pool, "ada");
        return pool;
    });
    private static final String INVALID = "NotAuthorizedException: Invalid Refresh Token";

    @Test
    @Row(30)
    void withoutGraceATokenIsGoodOnce() {
        String client = ACCOUNT.rotatingClient(POOL.get(), 0);
        AuthenticationResultType first = signIn(client);
        AuthenticationResultType second = ACCOUNT.renew(client, first.refreshToken());

        assertThat(refusal(() -> ACCOUNT.renew(client, first.refreshToken())))
                .startsWith("RefreshTokenReuseException: ");
        assertThat(ACCOUNT.renew(client, second.refreshToken()).refreshToken()).isNotEmpty();
    }

    /** A client that rotates cannot have the flow. */
    @Test
    @Row(30)
    void flowDoesNotRotate() {
        String client = ACCOUNT.rotatingClient(POOL.get(), 0);
        String token = signIn(client).refreshToken();
        assertThat(refusal(() -> SDK.initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", token)))))
                .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
        assertThat(ACCOUNT.renew(client, token).refreshToken()).isNotEmpty();
    }

    @Test
    void tokenBelongsToItsClient() {
        String client = ACCOUNT.client(POOL.get());
        String token = signIn(client).refreshToken();
        String other = ACCOUNT.client(POOL.get());
        assertThat(refusal(() -> ACCOUNT.renew(other, token))).isEqualTo(INVALID);
        assertThat(refusal(() -> ACCOUNT.renew(client, "a.b.c"))).isEqualTo(INVALID);
        assertThat(refusal(() -> ACCOUNT.renew("nosuchclient", token))).startsWith("ResourceNotFoundException");
        SDK.revokeToken(r -> r.clientId(client).token(token));
        assertThat(refusal(() -> ACCOUNT.renew(client, token))).isEqualTo(INVALID);
    }

    @Test
    void clientWithASecretGivesIt() {
        UserPoolClientType client = ACCOUNT.newClient(POOL.get(), r -> r.generateSecret(true));
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
        assertThat(refusal(() -> ACCOUNT.renew(client.clientId(), token))).startsWith("NotAuthorizedException");
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
        String client = ACCOUNT.client(POOL.get(), r -> r.enableTokenRevocation(false));
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

    private static AuthenticationResultType signIn(String client) {
        return ACCOUNT.signIn(client, "ada", PASSWORD);
    }

    private static Map<String, Object> claims(String token) {
        return VerifiedToken.of(token).claims();
    }
}
