package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@ContractSuite
@Section(1)
class SignUpContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL =
            new Once<>(() -> COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)));
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));

    @Test
    void userIsThereButCannotSignInYet() {
        String user = unique("ada");

        SignUpResponse signedUp = signUp(CLIENT.get(), user, attribute("email", COGNITO.mailbox()));

        assertThat(signedUp.userConfirmed()).isFalse();
        assertThat(signedUp.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(signedUp.codeDeliveryDetails().attributeName()).isEqualTo("email");
        assertThat(signedUp.codeDeliveryDetails().destination()).isEqualTo("s***@s***");
        var found = SDK.adminGetUser(r -> r.userPoolId(POOL.get()).username(user));
        assertThat(found.userStatus()).isEqualTo(UserStatusType.UNCONFIRMED);
        assertThat(toMap(found.userAttributes()))
                .containsEntry("sub", signedUp.userSub())
                .doesNotContainEntry("email_verified", "true");
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT.get(), user, PASSWORD)))
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
        // as AWS means it: whoever has to confirm is told so before the password is judged
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT.get(), user, "Wrong-Horse-42")))
                .startsWith("UserNotConfirmedException");
    }

    /** Contract row 8. */
    @Test
    @Row(8)
    void takenUsernameIsRefused() {
        String user = unique("user");
        signUp(CLIENT.get(), user);
        assertThat(refusal(() -> signUp(CLIENT.get(), user))).isEqualTo("UsernameExistsException: User already exists");
    }

    @Test
    void passwordHasToSatisfyThePolicy() {
        assertThat(refusal(() -> SDK.signUp(
                        r -> r.clientId(CLIENT.get()).username(unique("user")).password("weak"))))
                .startsWith("InvalidPasswordException");
        assertThat(refusal(() -> SDK.signUp(r -> r.clientId(CLIENT.get()).username(unique("user")))))
                .startsWith("InvalidPasswordException");
    }

    @Test
    void poolOfAdministratorsRefuses() {
        String pool = COGNITO.newPool(r -> r.adminCreateUserConfig(c -> c.allowAdminCreateUserOnly(true)));
        String client = ACCOUNT.client(pool);
        assertThat(refusal(() -> signUp(client, "ada")))
                .isEqualTo("NotAuthorizedException: SignUp is not permitted for this user pool");
    }

    @Test
    void clientWritesOnlyWhatItMay() {
        String client = ACCOUNT.client(POOL.get(), r -> r.writeAttributes("name"));
        String refused = "NotAuthorizedException: A client attempted to write unauthorized attribute";

        assertThat(refusal(() -> signUp(client, unique("user"), attribute("locale", "de"))))
                .isEqualTo(refused);
        assertThat(refusal(() -> signUp(
                        CLIENT.get(),
                        unique("user"),
                        attribute("email", "a@example.com"),
                        attribute("email_verified", "true"))))
                .isEqualTo(refused);
        assertThat(signUp(client, unique("user"), attribute("name", "Ada")).userSub())
                .isNotEmpty();
        assertThat(refusal(() -> signUp(CLIENT.get(), unique("user"), attribute("custom:none", "x"))))
                .startsWith("InvalidParameterException");
    }

    /** Contract row 5 lets administrators leave out what users must give. */
    @Test
    @Row(5)
    void requiredAttributesAreGivenAtOnce() {
        String pool = COGNITO.newPool(r -> r.schema(required("name")));
        String client = ACCOUNT.client(pool, r -> r.writeAttributes("locale"));

        assertThat(refusal(() -> signUp(client, "ada")))
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: name: The attribute is"
                        + " required");
        assertThat(signUp(client, "ada", attribute("name", "Ada")).userSub()).isNotEmpty();
    }

    /** Contract row 2. */
    @Test
    @Row(2)
    void addressIsTheUsername() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)
                .schema(required("email"))
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
        String client = ACCOUNT.client(pool);

        String address = COGNITO.mailbox();
        SignUpResponse signedUp = signUp(client, address);

        var found = SDK.adminGetUser(r -> r.userPoolId(pool).username(address));
        assertThat(found.username()).isEqualTo(signedUp.userSub());
        assertThat(toMap(found.userAttributes())).containsEntry("email", address);
        assertThat(refusal(() -> signUp(client, address)))
                .isEqualTo("UsernameExistsException: An account with the given email already exists.");
        assertThat(refusal(() -> signUp(client, "ada")))
                .isEqualTo("InvalidParameterException: Username should be an email.");
    }

    /** Contract row 3: an unverified address is nobody's alias. */
    @Test
    @Row(3)
    void addressOfAnotherCanBeGiven() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        String client = ACCOUNT.client(pool);
        COGNITO.newUser(pool, "first", attribute("email", "a@example.com"), attribute("email_verified", "true"));

        signUp(client, "second", attribute("email", "a@example.com"));

        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("a@example.com"))
                        .username())
                .isEqualTo("first");
        assertThat(refusal(() -> signUp(client, "third@example.com"))).startsWith("InvalidParameterException");
    }

    @Test
    void clientWithASecretProvesIt() {
        UserPoolClientType client = ACCOUNT.newClient(POOL.get(), r -> r.generateSecret(true));
        String user = unique("user");

        assertThat(refusal(() -> signUp(client.clientId(), user)))
                .endsWith("is configured with secret but SECRET_HASH was not received");
        assertThat(refusal(() -> SDK.signUp(r -> r.clientId(client.clientId())
                        .username(user)
                        .password(PASSWORD)
                        .secretHash(Account.secretHash(client, "another")))))
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client " + client.clientId());
        assertThat(SDK.signUp(r -> r.clientId(client.clientId())
                                .username(user)
                                .password(PASSWORD)
                                .secretHash(Account.secretHash(client, user)))
                        .userSub())
                .isNotEmpty();
    }

    @Test
    void malformedRequestIsRefused() {
        assertThat(refusal(() -> signUp("nosuchclient", "ada"))).startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> signUp(CLIENT.get(), "a b"))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> SDK.signUp(r -> r.clientId(CLIENT.get())
                        .username("ada")
                        .password(PASSWORD)
                        .secretHash("x x"))))
                .startsWith("InvalidParameterException: 1 validation error detected: Value at 'secretHash'");
    }

    private static SchemaAttributeType required(String name) {
        return SchemaAttributeType.builder()
                .name(name)
                .attributeDataType(AttributeDataType.STRING)
                .required(true)
                .mutable(true)
                .build();
    }

    private static SignUpResponse signUp(String client, String user, AttributeType... attributes) {
        return SDK.signUp(
                r -> r.clientId(client).username(user).password(PASSWORD).userAttributes(attributes));
    }
}
