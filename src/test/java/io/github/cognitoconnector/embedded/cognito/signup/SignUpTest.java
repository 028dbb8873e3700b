package io.github.cognitoconnector.embedded.cognito.signup;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

class SignUpTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
    private static final String CLIENT = ACCOUNT.client(POOL);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void userIsThereButCannotSignInYet() {
        String user = unique("ada");

        SignUpResponse signedUp = signUp(CLIENT, user, attribute("email", user + "@example.com"));

        assertThat(signedUp.userConfirmed()).isFalse();
        assertThat(signedUp.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(signedUp.codeDeliveryDetails().attributeName()).isEqualTo("email");
        assertThat(signedUp.codeDeliveryDetails().destination()).isEqualTo("a***@e***");
        assertThat(ACCOUNT.code(user + "@example.com")).matches("[0-9]{6}");
        var found = SDK.adminGetUser(r -> r.userPoolId(POOL).username(user));
        assertThat(found.userStatus()).isEqualTo(UserStatusType.UNCONFIRMED);
        assertThat(toMap(found.userAttributes()))
                .containsEntry("sub", signedUp.userSub())
                .doesNotContainEntry("email_verified", "true");
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, PASSWORD)))
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
        // as AWS means it: whoever has to confirm is told so before the password is judged
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, "Wrong-Horse-42")))
                .startsWith("UserNotConfirmedException");
    }

    /** Contract row 8. */
    @Test
    void takenUsernameIsRefused() {
        String user = unique("user");
        signUp(CLIENT, user);
        assertThat(refusal(() -> signUp(CLIENT, user))).isEqualTo("UsernameExistsException: User already exists");
    }

    @Test
    void passwordHasToSatisfyThePolicy() {
        assertThat(refusal(() -> SDK.signUp(
                        r -> r.clientId(CLIENT).username(unique("user")).password("weak"))))
                .startsWith("InvalidPasswordException");
        assertThat(refusal(() -> SDK.signUp(r -> r.clientId(CLIENT).username(unique("user")))))
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
        String client = ACCOUNT.client(POOL, r -> r.writeAttributes("name"));
        String refused = "NotAuthorizedException: A client attempted to write unauthorized attribute";

        assertThat(refusal(() -> signUp(client, unique("user"), attribute("locale", "de"))))
                .isEqualTo(refused);
        assertThat(refusal(() -> signUp(
                        CLIENT,
                        unique("user"),
                        attribute("email", "a@example.com"),
                        attribute("email_verified", "true"))))
                .isEqualTo(refused);
        assertThat(signUp(client, unique("user"), attribute("name", "Ada")).userSub())
                .isNotEmpty();
        assertThat(refusal(() -> signUp(CLIENT, unique("user"), attribute("custom:none", "x"))))
                .startsWith("InvalidParameterException");
    }

    /** Contract row 5 lets administrators leave out what users must give. */
    @Test
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
    void addressIsTheUsername() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)
                .schema(required("email"))
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
        String client = ACCOUNT.client(pool);

        SignUpResponse signedUp = signUp(client, "ada@example.com");

        var found = SDK.adminGetUser(r -> r.userPoolId(pool).username("ada@example.com"));
        assertThat(found.username()).isEqualTo(signedUp.userSub());
        assertThat(toMap(found.userAttributes())).containsEntry("email", "ada@example.com");
        assertThat(ACCOUNT.find("ada@example.com")).isPresent();
        assertThat(refusal(() -> signUp(client, "ada@example.com")))
                .isEqualTo("UsernameExistsException: An account with the given email already exists.");
        assertThat(refusal(() -> signUp(client, "ada")))
                .isEqualTo("InvalidParameterException: Username should be an email.");
    }

    /** Contract row 3: an unverified address is nobody's alias. */
    @Test
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
    void numberIsVerifiedBeforeTheMail() {
        String pool = COGNITO.newPool(
                r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL, VerifiedAttributeType.PHONE_NUMBER)
                        .smsConfiguration(sms -> sms.snsCallerArn("arn:aws:iam::123456789012:role/sms")));
        String client = ACCOUNT.client(pool);

        SignUpResponse both = signUp(
                client, "both", attribute("email", "b@example.com"), attribute("phone_number", "+4915112345678"));
        assertThat(both.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.SMS);
        assertThat(both.codeDeliveryDetails().destination()).isEqualTo("+*********5678");
        assertThat(ACCOUNT.find("b@example.com")).isEmpty();
        assertThat(signUp(client, "mail", attribute("email", "m@example.com"))
                        .codeDeliveryDetails()
                        .deliveryMedium())
                .isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(signUp(client, "none").codeDeliveryDetails()).isNull();
    }

    @Test
    void clientWithASecretProvesIt() {
        UserPoolClientType client = ACCOUNT.newClient(POOL, r -> r.generateSecret(true));
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
        assertThat(refusal(() -> signUp(CLIENT, "a b"))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> SDK.signUp(r ->
                        r.clientId(CLIENT).username("ada").password(PASSWORD).secretHash("x x"))))
                .startsWith("InvalidParameterException: 1 validation error detected: Value at 'secretHash'");
    }

    /** The values of custom attributes are texts in the id token (contract row 24). */
    @Test
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
