package io.github.cognitoconnector.embedded.cognito.account;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class OwnAttributesTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void newAddressIsUnverifiedUntilTheCodeIsEntered() {
        String token = token(POOL, CLIENT);
        String address = unique("new") + "@example.com";

        assertThat(update(token, attribute("email", address)))
                .singleElement()
                .satisfies(details -> assertThat(details.destination()).isEqualTo("n***@e***"));
        assertThat(own(token)).containsEntry("email", address).containsEntry("email_verified", "false");
        String code = COGNITO.code(address);
        assertThat(refusal(() -> verify(token, "email", Account.not(code))))
                .isEqualTo("CodeMismatchException: Invalid verification code provided, please try again.");
        verify(token, "email", code);
        assertThat(own(token)).containsEntry("email_verified", "true");
        assertThat(refusal(() -> verify(token, "email", code))).isEqualTo(EXPIRED);
    }

    /** Contract row 9. */
    @Test
    @Row(9)
    void newAddressWaitsWhereThePoolWantsSo() {
        String pool = COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .userAttributeUpdateSettings(
                        s -> s.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL)));
        String token = token(pool, ACCOUNT.client(pool), attribute("email", "old@example.com"));

        assertThat(update(token, attribute("email", "new@example.com"))).hasSize(1);
        assertThat(own(token)).containsEntry("email", "old@example.com");
        assertThat(send(token, "email").destination()).isEqualTo("n***@e***");
        verify(token, "email", COGNITO.code("new@example.com"));
        assertThat(own(token)).containsEntry("email", "new@example.com").containsEntry("email_verified", "true");
        assertThat(COGNITO.findCode("old@example.com")).isEmpty();
    }

    @Test
    void codeIsSentOnDemand() {
        String token = token(POOL, CLIENT, attribute("phone_number", "+4915112345678"));

        CodeDeliveryDetailsType details = send(token, "phone_number");
        assertThat(details.destination()).isEqualTo("+*********5678");
        verify(token, "phone_number", COGNITO.code("+4915112345678"));
        assertThat(own(token)).containsEntry("phone_number_verified", "true");

        assertThat(refusal(() -> send(token, "email"))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> send(token, "name"))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> verify(token, "name", "123456"))).startsWith("InvalidParameterException");
        for (int i = 1; i < 5; i++) {
            send(token, "phone_number");
        }
        assertThat(refusal(() -> send(token, "phone_number"))).startsWith("LimitExceededException");
    }

    /** Contract row 28, and a day for the code. */
    @Test
    @Row(28)
    void verificationIsLimited() {
        String token = token(POOL, CLIENT, attribute("phone_number", "+4915112345678"));
        send(token, "phone_number");
        String code = COGNITO.code("+4915112345678");
        for (int i = 0; i < 15; i++) {
            assertThat(refusal(() -> verify(token, "phone_number", Account.not(code))))
                    .startsWith("CodeMismatchException");
        }
        assertThat(refusal(() -> verify(token, "phone_number", code))).startsWith("LimitExceededException");
    }

    @Test
    void codeOfAnAddressGivenUpIsOfNoUse() {
        String token = token(POOL, CLIENT);
        String address = unique("given") + "@example.com";
        update(token, attribute("email", address));
        String code = COGNITO.code(address);
        SDK.deleteUserAttributes(r -> r.accessToken(token).userAttributeNames("email"));

        assertThat(refusal(() -> verify(token, "email", code))).isEqualTo(EXPIRED);
        assertThat(own(token)).doesNotContainKeys("email", "email_verified");
    }

    /** Contract row 3. */
    @Test
    @Row(3)
    void addressOfAnotherCannotBeVerified() {
        String pool = COGNITO.newPool(
                r -> r.aliasAttributes(AliasAttributeType.EMAIL).autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
        COGNITO.newUser(pool, "owner", attribute("email", "a@example.com"), attribute("email_verified", "true"));
        String token = token(pool, ACCOUNT.client(pool));
        update(token, attribute("email", "a@example.com"));

        assertThat(refusal(() -> verify(token, "email", COGNITO.code("a@example.com"))))
                .isEqualTo("AliasExistsException: An account with the given email already exists.");
    }

    private static String token(String pool, String client, AttributeType... attributes) {
        String user = unique("user");
        ACCOUNT.confirmed(pool, user, attributes);
        return ACCOUNT.signIn(client, user, PASSWORD).accessToken();
    }

    private static List<CodeDeliveryDetailsType> update(String token, AttributeType... attributes) {
        return SDK.updateUserAttributes(r -> r.accessToken(token).userAttributes(attributes))
                .codeDeliveryDetailsList();
    }

    private static CodeDeliveryDetailsType send(String token, String attribute) {
        return SDK.getUserAttributeVerificationCode(r -> r.accessToken(token).attributeName(attribute))
                .codeDeliveryDetails();
    }

    private static void verify(String token, String attribute, String code) {
        SDK.verifyUserAttribute(
                r -> r.accessToken(token).attributeName(attribute).code(code));
    }

    private static Map<String, String> own(String token) {
        return toMap(SDK.getUser(r -> r.accessToken(token)).userAttributes());
    }
}
