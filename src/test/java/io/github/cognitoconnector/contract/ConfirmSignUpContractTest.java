package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@ContractSuite
@Section(1)
class ConfirmSignUpContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> COGNITO.newPool(
            r -> r.aliasAttributes(AliasAttributeType.EMAIL).autoVerifiedAttributes(VerifiedAttributeType.EMAIL)));
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final Once<String> HIDING = new Once<>(() ->
            ACCOUNT.client(POOL.get(), r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED)));
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";

    /** Contract row 25. */
    @Test
    @Row(25)
    void unknownUserLooksLikeOneWithoutACode() {
        assertThat(refusal(() -> confirm(HIDING.get(), "nobody", "123456"))).isEqualTo(EXPIRED);
        assertThat(refusal(() -> confirm(CLIENT.get(), "nobody", "123456")))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Contract row 3: the preferred username is an alias once the user is confirmed, and nobody else's then. */
    @Test
    @Row(3)
    void preferredUsernameOfAnotherIsRefused() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.PREFERRED_USERNAME));
        String client = ACCOUNT.client(pool);
        for (String user : new String[] {"first", "second"}) {
            SDK.signUp(r -> r.clientId(client)
                    .username(user)
                    .password(PASSWORD)
                    .userAttributes(attribute("preferred_username", "ada")));
        }
        assertThat(refusal(() -> SDK.adminGetUser(r -> r.userPoolId(pool).username("ada"))))
                .startsWith("UserNotFoundException");
        SDK.adminConfirmSignUp(r -> r.userPoolId(pool).username("first"));
        assertThat(ACCOUNT.signIn(client, "ada", PASSWORD)).isNotNull();
        assertThat(refusal(() -> SDK.adminConfirmSignUp(r -> r.userPoolId(pool).username("second"))))
                .isEqualTo("AliasExistsException: An account with the given preferred_username already exists.");
    }

    @Test
    void administratorConfirmsTheUserOnly() {
        String user = signedUp();
        SDK.adminConfirmSignUp(r -> r.userPoolId(POOL.get()).username(user));

        assertThat(ACCOUNT.signIn(CLIENT.get(), user, PASSWORD).accessToken()).isNotEmpty();
        assertThat(attributes(user)).doesNotContainEntry("email_verified", "true");
        assertThat(refusal(() ->
                        SDK.adminConfirmSignUp(r -> r.userPoolId(POOL.get()).username(user))))
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
        assertThat(refusal(() ->
                        SDK.adminConfirmSignUp(r -> r.userPoolId(POOL.get()).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void poolThatVerifiesNothingSendsNothing() {
        String pool = COGNITO.newPool();
        String client = ACCOUNT.client(pool);
        SDK.signUp(r -> r.clientId(client)
                .username("ada")
                .password(PASSWORD)
                .userAttributes(attribute("email", "ada@example.com")));
        assertThat(refusal(() -> resend(client, "ada")))
                .isEqualTo("InvalidParameterException: Cannot resend codes. Auto verification not turned on.");
    }

    private static String signedUp() {
        String user = unique("user");
        SDK.signUp(r -> r.clientId(CLIENT.get())
                .username(user)
                .password(PASSWORD)
                .userAttributes(attribute("email", address(user))));
        return user;
    }

    private static String address(String user) {
        return user.replace("user", "success+") + "@simulator.amazonses.com";
    }

    private static void confirm(String client, String user, String code) {
        SDK.confirmSignUp(r -> r.clientId(client).username(user).confirmationCode(code));
    }

    private static CodeDeliveryDetailsType resend(String client, String user) {
        return SDK.resendConfirmationCode(r -> r.clientId(client).username(user))
                .codeDeliveryDetails();
    }

    private static Map<String, String> attributes(String user) {
        return toMap(
                SDK.adminGetUser(r -> r.userPoolId(POOL.get()).username(user)).userAttributes());
    }
}
