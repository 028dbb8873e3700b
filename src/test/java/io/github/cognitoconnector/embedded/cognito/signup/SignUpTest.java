package io.github.cognitoconnector.embedded.cognito.signup;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class SignUpTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void numberIsVerifiedBeforeTheMail() {
        String pool = COGNITO.newPool(
                r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL, VerifiedAttributeType.PHONE_NUMBER)
                        .smsConfiguration(sms -> sms.snsCallerArn("arn:aws:iam::123456789012:role/sms")));
        String client = ACCOUNT.client(pool);

        SignUpResponse both = signUp(
                client, "both", attribute("email", "b@example.com"), attribute("phone_number", "+4915112345678"));
        assertThat(both.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.SMS);
        assertThat(both.codeDeliveryDetails().destination()).isEqualTo("+*********5678");
        assertThat(COGNITO.findCode("b@example.com")).isEmpty();
        assertThat(signUp(client, "mail", attribute("email", "m@example.com"))
                        .codeDeliveryDetails()
                        .deliveryMedium())
                .isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(signUp(client, "none").codeDeliveryDetails()).isNull();
    }

    /** The values of custom attributes are texts in the id token (contract row 24). */
    @Test
    @Row(24)
    void customAttributesAreTexts() {
        String pool = COGNITO.newPool(r -> r.schema(SchemaAttributeType.builder()
                .name("age")
                .attributeDataType(AttributeDataType.NUMBER)
                .build()));
        String client = ACCOUNT.client(pool);
        signUp(client, "ada", attribute("custom:age", "36"));
        SDK.adminConfirmSignUp(r -> r.userPoolId(pool).username("ada"));

        var tokens = ACCOUNT.signIn(client, "ada", PASSWORD);
        Map<String, Object> claims = Tokens.verify(COGNITO, pool, tokens.idToken());
        assertThat(claims).containsEntry("custom:age", "36");
    }

    private static SignUpResponse signUp(String client, String user, AttributeType... attributes) {
        return SDK.signUp(
                r -> r.clientId(client).username(user).password(PASSWORD).userAttributes(attributes));
    }
}
