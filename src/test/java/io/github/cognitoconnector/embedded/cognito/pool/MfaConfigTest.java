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
}
