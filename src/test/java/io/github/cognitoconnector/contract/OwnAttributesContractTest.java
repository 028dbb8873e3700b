package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@ContractSuite
@Section(1)
class OwnAttributesContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL =
            new Once<>(() -> COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)));
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final String FORBIDDEN =
            "NotAuthorizedException: A client attempted to write unauthorized attribute";

    /** Contract row 9. */
    @Test
    @Row(9)
    void userChangesAddsAndDeletes() {
        String token = token(POOL.get(), CLIENT.get(), attribute("name", "Ada"), attribute("locale", "de"));

        assertThat(update(token, attribute("name", "Grace"), attribute("locale", ""), attribute("gender", "f")))
                .isEmpty();
        assertThat(own(token))
                .containsEntry("name", "Grace")
                .containsEntry("gender", "f")
                .doesNotContainKey("locale");
        SDK.deleteUserAttributes(r -> r.accessToken(token).userAttributeNames("gender"));
        assertThat(own(token)).doesNotContainKey("gender");
    }

    @Test
    void clientWritesAndReadsOnlyWhatItMay() {
        String client = ACCOUNT.client(
                POOL.get(), r -> r.writeAttributes("name", "email").readAttributes("name", "email_verified"));
        String token = token(POOL.get(), client, attribute("locale", "de"), attribute("name", "Ada"));

        assertThat(own(token)).containsOnlyKeys("sub", "name");
        assertThat(refusal(() -> update(token, attribute("locale", "fr")))).isEqualTo(FORBIDDEN);
        assertThat(refusal(
                        () -> SDK.deleteUserAttributes(r -> r.accessToken(token).userAttributeNames("locale"))))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(() -> update(token, attribute("email_verified", "true"))))
                .isEqualTo(FORBIDDEN);
        String other = token(POOL.get(), CLIENT.get());
        assertThat(refusal(() -> update(other, attribute("phone_number_verified", "true"))))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(() -> update(other, attribute("sub", "x")))).startsWith("InvalidParameterException");
    }

    /** Contract row 2. */
    @Test
    @Row(2)
    void addressOfAnotherCannotBecomeTheUsername() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        COGNITO.newUser(pool, "a@example.com");
        ACCOUNT.confirmed(pool, "b@example.com");
        String token =
                ACCOUNT.signIn(ACCOUNT.client(pool), "b@example.com", PASSWORD).accessToken();
        assertThat(refusal(() -> update(token, attribute("email", "a@example.com"))))
                .startsWith("AliasExistsException");
    }

    /** Contract row 11. */
    @Test
    @Row(11)
    void userLeaves() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL.get(), user);
        var tokens = ACCOUNT.signIn(CLIENT.get(), user, PASSWORD);

        SDK.deleteUser(r -> r.accessToken(tokens.accessToken()));

        String gone = "UserNotFoundException: User does not exist.";
        assertThat(refusal(() -> SDK.adminGetUser(r -> r.userPoolId(POOL.get()).username(user))))
                .isEqualTo(gone);
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(tokens.accessToken()))))
                .isEqualTo(gone);
        assertThat(refusal(() -> SDK.deleteUser(r -> r.accessToken(tokens.accessToken()))))
                .isEqualTo(gone);
        assertThat(refusal(() -> SDK.getTokensFromRefreshToken(
                        r -> r.clientId(CLIENT.get()).refreshToken(tokens.refreshToken()))))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
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

    private static Map<String, String> own(String token) {
        return toMap(SDK.getUser(r -> r.accessToken(token)).userAttributes());
    }
}
