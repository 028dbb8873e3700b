package io.github.cognitoconnector.embedded.cognito.device;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** As AWS documents it: in a pool that tracks devices a refresh token is good on its confirmed device alone. */
class DeviceRenewalTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool POOL =
            FactorPool.create(COGNITO, r -> r.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(false)));
    private static final String INVALID = "NotAuthorizedException: Invalid Refresh Token";
    private static final String NUMBER = "AAECAwQFBgcICQoLDA0ODw==";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private record SignedIn(String user, AuthenticationResultType result) {

        static SignedIn onAConfirmedDevice() {
            SignedIn made = onANewDevice();
            SDK.confirmDevice(r -> r.accessToken(made.result().accessToken())
                    .deviceKey(made.key())
                    .deviceSecretVerifierConfig(v -> v.salt(NUMBER).passwordVerifier(NUMBER)));
            return made;
        }

        static SignedIn onANewDevice() {
            String user = POOL.user();
            return new SignedIn(user, POOL.signIn(user).authenticationResult());
        }

        String key() {
            return result.newDeviceMetadata().deviceKey();
        }

        String flow(Map<String, String> more) {
            Map<String, String> parameters = new HashMap<>(Map.of("REFRESH_TOKEN", result.refreshToken()));
            parameters.putAll(more);
            return SDK.initiateAuth(r -> r.clientId(POOL.client())
                            .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                            .authParameters(parameters))
                    .authenticationResult()
                    .accessToken();
        }

        String renew(String deviceKey) {
            return SDK.getTokensFromRefreshToken(r -> r.clientId(POOL.client())
                            .refreshToken(result.refreshToken())
                            .deviceKey(deviceKey))
                    .authenticationResult()
                    .accessToken();
        }
    }

    @Test
    void tokenIsGoodOnItsDevice() {
        SignedIn owner = SignedIn.onAConfirmedDevice();

        assertThat(Tokens.verify(COGNITO, POOL.pool(), owner.flow(Map.of("DEVICE_KEY", owner.key()))))
                .containsEntry("device_key", owner.key());
        assertThat(Tokens.verify(COGNITO, POOL.pool(), owner.renew(owner.key())))
                .containsEntry("device_key", owner.key());
    }

    @Test
    void tokenIsOfNoUseElsewhere() {
        SignedIn owner = SignedIn.onAConfirmedDevice();
        String other = SignedIn.onAConfirmedDevice().key();

        assertThat(refusal(() -> owner.flow(Map.of()))).isEqualTo(INVALID);
        assertThat(refusal(() -> owner.flow(Map.of("DEVICE_KEY", other)))).isEqualTo(INVALID);
        assertThat(refusal(() -> renewAt(POOL, owner.result().refreshToken()))).isEqualTo(INVALID);
        assertThat(refusal(() -> owner.renew(other))).isEqualTo(INVALID);
        assertThat(COGNITO.form("grant_type=refresh_token&client_id=" + POOL.client() + "&refresh_token="
                                + owner.result().refreshToken())
                        .body())
                .isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void deviceHasToBeConfirmedAndNotForgotten() {
        SignedIn unconfirmed = SignedIn.onANewDevice();
        assertThat(refusal(() -> unconfirmed.renew(unconfirmed.key()))).isEqualTo(INVALID);

        SignedIn owner = SignedIn.onAConfirmedDevice();
        SDK.adminForgetDevice(
                r -> r.userPoolId(POOL.pool()).username(owner.user()).deviceKey(owner.key()));
        assertThat(refusal(() -> owner.renew(owner.key()))).isEqualTo(INVALID);
        assertThat(refusal(() -> owner.flow(Map.of("DEVICE_KEY", owner.key())))).isEqualTo(INVALID);
    }

    @Test
    void poolThatTracksNoMoreWantsNoKey() {
        FactorPool pool =
                FactorPool.create(COGNITO, r -> r.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(false)));
        String token = pool.signIn(pool.user()).authenticationResult().refreshToken();
        assertThat(refusal(() -> renewAt(pool, token))).isEqualTo(INVALID);

        SDK.updateUserPool(r -> r.userPoolId(pool.pool()));
        assertThat(renewAt(pool, token)).isNotEmpty();
    }

    private static String renewAt(FactorPool pool, String token) {
        return SDK.getTokensFromRefreshToken(r -> r.clientId(pool.client()).refreshToken(token))
                .authenticationResult()
                .accessToken();
    }
}
