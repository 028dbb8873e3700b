package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserPoolMfaConfigRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

@ContractSuite
@Section(1)
class MfaConfigContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static void set(String pool, Consumer<SetUserPoolMfaConfigRequest.Builder> config) {
        SDK.setUserPoolMfaConfig(r -> config.accept(r.userPoolId(pool)));
    }

    @Test
    void newPoolHasNone() {
        String pool = COGNITO.newPool();

        var config = SDK.getUserPoolMfaConfig(r -> r.userPoolId(pool));

        assertThat(config.mfaConfiguration()).isEqualTo(UserPoolMfaType.OFF);
        assertThat(config.smsMfaConfiguration()).isNull();
        assertThat(refusal(() -> SDK.getUserPoolMfaConfig(r -> r.userPoolId("eu-central-1_none"))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void softwareTokenIsSetShownAndTakenAway() {
        String pool = COGNITO.newPool();

        set(pool, r -> r.mfaConfiguration(UserPoolMfaType.ON).softwareTokenMfaConfiguration(s -> s.enabled(true)));

        var config = SDK.getUserPoolMfaConfig(r -> r.userPoolId(pool));
        assertThat(config.mfaConfiguration()).isEqualTo(UserPoolMfaType.ON);
        assertThat(config.softwareTokenMfaConfiguration().enabled()).isTrue();
        assertThat(SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().mfaConfiguration())
                .isEqualTo(UserPoolMfaType.ON);
        // with a factor there, UpdateUserPool may say ON
        SDK.updateUserPool(r -> r.userPoolId(pool).mfaConfiguration(UserPoolMfaType.ON));

        set(pool, r -> r.mfaConfiguration(UserPoolMfaType.OFF));
        assertThat(SDK.getUserPoolMfaConfig(r -> r.userPoolId(pool)).softwareTokenMfaConfiguration())
                .isNull();
    }

    @Test
    void factorsAndModeMustAgree() {
        String pool = COGNITO.newPool();

        assertThat(refusal(() -> set(
                        pool,
                        r -> r.mfaConfiguration(UserPoolMfaType.OFF)
                                .softwareTokenMfaConfiguration(s -> s.enabled(true)))))
                .isEqualTo("InvalidParameterException: Invalid MFA configuration given, can't turn off MFA and"
                        + " configure an MFA together.");
        assertThat(refusal(() -> set(
                        pool,
                        r -> r.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                                .webAuthnConfiguration(w -> w.relyingPartyId("example.com")))))
                .isEqualTo("InvalidParameterException: Invalid MFA Configuration given. SMS MFA, Email MFA, or Software"
                        + " Token MFA must be enabled.");
        assertThat(refusal(() ->
                        set(pool, r -> r.mfaConfiguration(UserPoolMfaType.ON).smsMfaConfiguration(s -> {}))))
                .startsWith("InvalidParameterException");
        set(pool, r -> r.webAuthnConfiguration(w -> w.relyingPartyId("example.com")));
        assertThat(SDK.getUserPoolMfaConfig(r -> r.userPoolId(pool))
                        .webAuthnConfiguration()
                        .relyingPartyId())
                .isEqualTo("example.com");
    }
}
