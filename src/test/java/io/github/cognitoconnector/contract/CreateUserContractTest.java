package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

@ContractSuite
class CreateUserContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row({5, 20})
    void newUserHasToChangeThePassword() {
        String pool = COGNITO.pool();
        String name = unique("new");

        UserType user = COGNITO.newUser(pool, name, attribute("email", "new@example.com"));

        assertThat(user.username()).isEqualTo(name);
        assertThat(user.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(user.enabled()).isTrue();
        assertThat(user.userCreateDate()).isEqualTo(user.userLastModifiedDate());
        assertThat(toMap(user.attributes()))
                .containsEntry("email", "new@example.com")
                .containsKey("sub");
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username(name)).userStatus())
                .isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    }

    @Test
    @Row(5)
    void passwordIsMadeWhereNoneIsGiven() {
        String pool = COGNITO.pool();

        UserType user = COGNITO.newUser(pool, unique("user"), r -> r.temporaryPassword(null));

        assertThat(user.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    }

    @Test
    @Row(5)
    void temporaryPasswordHasToSatisfyThePolicy() {
        assertThat(refusal(() -> create(r -> r.temporaryPassword("Ab1!"))))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: Password not long enough");
        assertThat(refusal(() -> create(r -> r.temporaryPassword("Abcdefg1"))))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy:"
                        + " Password must have symbol characters");
    }

    @Test
    @Row(5)
    void missingRequiredAttributesAreAllowed() {
        String pool = COGNITO.newPool(r -> r.schema(SchemaAttributeType.builder()
                .name("email")
                .attributeDataType(AttributeDataType.STRING)
                .required(true)
                .mutable(true)
                .build()));

        assertThat(toMap(COGNITO.newUser(pool, "grace").attributes())).containsOnlyKeys("sub");
    }

    @Test
    @Row(24)
    void attributesHaveToFitTheSchema() {
        assertThat(refusal(() -> create(r -> r.userAttributes(attribute("custom:none", "1")))))
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: custom:none:"
                        + " Attribute does not exist in the schema.");
        assertThat(refusal(() -> create(r -> r.userAttributes(attribute("email", "nonsense")))))
                .isEqualTo("InvalidParameterException: Invalid email address format.");
        assertThat(refusal(() -> create(r -> r.userAttributes(attribute("phone_number", "0123")))))
                .isEqualTo("InvalidParameterException: Invalid phone number format.");
        assertThat(refusal(() -> create(r -> r.userAttributes(attribute("updated_at", "yesterday")))))
                .startsWith("InvalidParameterException: Attributes did not conform to the schema: updated_at");
    }

    @Test
    @Row(9)
    void subIsCognitosToGive() {
        assertThat(refusal(() -> create(r -> r.userAttributes(attribute("sub", "mine")))))
                .startsWith("InvalidParameterException");
    }

    @Test
    @Row({5, 6})
    void resendReplacesTheTemporaryPassword() {
        String pool = COGNITO.pool();
        String name = unique("again");
        COGNITO.newUser(pool, name, attribute("email", COGNITO.mailbox()), attribute("email_verified", "true"));

        SDK.adminCreateUser(r -> r.userPoolId(pool)
                .username(name)
                .messageAction(MessageActionType.RESEND)
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
                .temporaryPassword("Another-Horse-43"));

        assertThat(refusal(() -> SignIns.withPassword(COGNITO, name, PASSWORD)))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        assertThat(SignIns.withPassword(COGNITO, name, "Another-Horse-43").challengeName())
                .isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    }

    @Test
    @Row({6, 8})
    void resendNeedsAUser() {
        assertThat(refusal(() -> resend(unique("nobody")))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(6)
    void resendNeedsAUserWhoNeverSignedIn() {
        String confirmed = COGNITO.newConfirmedUser();

        assertThat(refusal(() -> resend(confirmed))).startsWith("UnsupportedUserStateException");
    }

    private static void resend(String user) {
        SDK.adminCreateUser(r -> r.userPoolId(COGNITO.pool()).username(user).messageAction(MessageActionType.RESEND));
    }

    private static void create(Consumer<AdminCreateUserRequest.Builder> settings) {
        COGNITO.newUser(COGNITO.pool(), unique("user"), settings);
    }
}
