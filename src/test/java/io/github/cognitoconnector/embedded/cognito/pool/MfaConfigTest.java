package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserPoolMfaConfigRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

class MfaConfigTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/sms";
    private static final String IDENTITY = "arn:aws:ses:eu-west-1:123456789012:identity/a@example.com";
    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

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
    void smsGoesBothWaysBetweenThePoolAndItsConfiguration() {
        String made = COGNITO.newPool(r -> r.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                .smsConfiguration(s -> s.snsCallerArn(ROLE).externalId("x")));
        String pool = COGNITO.newPool();
        assertThat(SDK.getUserPoolMfaConfig(r -> r.userPoolId(made))
                        .smsMfaConfiguration()
                        .smsConfiguration()
                        .externalId())
                .isEqualTo("x");

        set(
                pool,
                r -> r.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                        .smsMfaConfiguration(s -> s.smsAuthenticationMessage("{####} it is")
                                .smsConfiguration(c -> c.snsCallerArn(ROLE))));

        var described = SDK.describeUserPool(r -> r.userPoolId(pool)).userPool();
        assertThat(described.smsConfiguration().snsCallerArn()).isEqualTo(ROLE);
        assertThat(described.smsAuthenticationMessage()).isEqualTo("{####} it is");
    }

    @Test
    void emailNeedsASenderOfItsOwnAndAPaidTier() {
        String poor = COGNITO.newPool();
        String lite = COGNITO.newPool(r -> r.userPoolTier(UserPoolTierType.LITE));
        String pool = COGNITO.newPool(r -> r.emailConfiguration(
                e -> e.emailSendingAccount(EmailSendingAccountType.DEVELOPER).sourceArn(IDENTITY)));
        Consumer<SetUserPoolMfaConfigRequest.Builder> email =
                r -> r.mfaConfiguration(UserPoolMfaType.OPTIONAL).emailMfaConfiguration(e -> e.message("It is {####}"));

        assertThat(refusal(() -> set(poor, email)))
                .isEqualTo("InvalidParameterException: Cannot set EmailMfaConfiguration when user pool"
                        + " EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT.");
        assertThat(refusal(() -> set(lite, email))).startsWith("FeatureUnavailableInTierException");
        set(pool, email);
        assertThat(SDK.getUserPoolMfaConfig(r -> r.userPoolId(pool))
                        .emailMfaConfiguration()
                        .message())
                .isEqualTo("It is {####}");
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
