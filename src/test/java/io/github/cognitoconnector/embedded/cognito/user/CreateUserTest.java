package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

class CreateUserTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void invitationGoesToTheAddressOfTheMediumAskedFor() {
        String name = unique("invited");
        SDK.adminCreateUser(r -> r.userPoolId(DEMO)
                .username(name)
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
                .userAttributes(attribute("email", name + "@example.com")));

        assertThat(COGNITO.control("GET", "messages", "").body())
                .contains("\"destination\":\"" + name + "@example.com\",\"temporaryPassword\":\"");
    }

    /** Contract row 5: the default medium is SMS, and a user without a number gets none. */
    @Test
    @Row(5)
    void invitationWithoutAMediumNeedsANumber() {
        String name = unique("silent");
        SDK.adminCreateUser(
                r -> r.userPoolId(DEMO).username(name).userAttributes(attribute("email", name + "@example.com")));

        assertThat(COGNITO.control("GET", "messages", "").body()).doesNotContain(name);
    }

    @Test
    @Row(6)
    void resendIsWrittenToTheSameAddress() {
        String name = unique("again");
        COGNITO.newUser(DEMO, name, attribute("phone_number", "+491701234567"));

        SDK.adminCreateUser(r -> r.userPoolId(DEMO).username(name).messageAction(MessageActionType.RESEND));

        assertThat(COGNITO.control("GET", "messages", "").body())
                .contains("\"medium\":\"SMS\",\"userPoolId\":\"us-east-1_demo\",\"username\":\"" + name);
    }
}
