package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** By what a user is found besides the username. */
@ContractSuite
class AliasContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static final AttributeType EMAIL = attribute("email", "grace@example.com");
    private static final AttributeType VERIFIED = attribute("email_verified", "true");

    @Test
    @Row(3)
    void aliasCountsOnceVerified() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        COGNITO.newUser(pool, "unverified", EMAIL);
        assertThat(refusal(() -> find(pool, "grace@example.com")))
                .isEqualTo("UserNotFoundException: User does not exist.");

        COGNITO.newUser(pool, "first", EMAIL, VERIFIED);

        assertThat(find(pool, "grace@example.com")).isEqualTo("first");
    }

    @Test
    @Section(0)
    @Row(3)
    void aliasOfSomebodyElseIsRefusedUnlessForced() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        COGNITO.newUser(pool, "first", EMAIL, VERIFIED);
        assertThat(refusal(() -> COGNITO.newUser(pool, "second", EMAIL, VERIFIED)))
                .startsWith("AliasExistsException");

        COGNITO.newUser(pool, "second", r -> r.userAttributes(EMAIL, VERIFIED).forceAliasCreation(true));

        assertThat(find(pool, "grace@example.com")).isEqualTo("second");
        assertThat(attributes(pool, "first")).containsEntry("email_verified", "false");
    }

    @Test
    @Row(9)
    void verifiedAddressIsTakenFromItsFormerOwner() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        COGNITO.newUser(pool, "first", EMAIL, VERIFIED);
        COGNITO.newUser(pool, "second");

        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool).username("second").userAttributes(EMAIL, VERIFIED));

        assertThat(find(pool, "grace@example.com")).isEqualTo("second");
        assertThat(attributes(pool, "first")).containsEntry("email_verified", "false");
    }

    @Test
    @Row(3)
    void usernameMustNotLookLikeAnAlias() {
        String email = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        String phone = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.PHONE_NUMBER));

        assertThat(refusal(() -> COGNITO.newUser(email, "looks@like.mail")))
                .isEqualTo("InvalidParameterException: Username cannot be of email format,"
                        + " since user pool is configured for email alias.");
        assertThat(refusal(() -> COGNITO.newUser(phone, "+491701234567")))
                .startsWith("InvalidParameterException: Username cannot be of phone number format");
        assertThat(COGNITO.newUser(phone, "looks@like.mail").username()).isEqualTo("looks@like.mail");
    }

    @Test
    @Row(3)
    void preferredUsernameCountsOnceTheUserIsConfirmed() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.PREFERRED_USERNAME));
        COGNITO.newUser(pool, "grace", attribute("preferred_username", "amazing"));
        assertThat(refusal(() -> find(pool, "amazing"))).startsWith("UserNotFoundException");

        SDK.adminSetUserPassword(
                r -> r.userPoolId(pool).username("grace").password(PASSWORD).permanent(true));

        assertThat(find(pool, "amazing")).isEqualTo("grace");
    }

    @Test
    @Row(4)
    void everyOperationOfAnAdministratorTakesTheSub() {
        String pool = COGNITO.pool();
        String group = COGNITO.newGroup(pool);
        UserType user = COGNITO.newUser(pool, unique("user"));
        String sub = toMap(user.attributes()).get("sub");

        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool).username(sub).userAttributes(EMAIL));
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).username(sub).groupName(group));
        SDK.adminDisableUser(r -> r.userPoolId(pool).username(sub));

        assertThat(attributes(pool, user.username())).containsEntry("email", "grace@example.com");
        assertThat(SDK.adminListGroupsForUser(r -> r.userPoolId(pool).username(sub))
                        .groups())
                .hasSize(1);
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username(sub)).enabled())
                .isFalse();
        SDK.adminDeleteUser(r -> r.userPoolId(pool).username(sub));
        assertThat(refusal(() -> find(pool, user.username()))).startsWith("UserNotFoundException");
    }

    @Test
    @Row(4)
    void everyOperationOfAnAdministratorTakesTheAlias() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        String group = COGNITO.newGroup(pool);
        COGNITO.newUser(pool, "grace", EMAIL, VERIFIED);

        SDK.adminUpdateUserAttributes(
                r -> r.userPoolId(pool).username("grace@example.com").userAttributes(attribute("name", "Grace")));
        SDK.adminAddUserToGroup(
                r -> r.userPoolId(pool).username("grace@example.com").groupName(group));

        assertThat(attributes(pool, "grace")).containsEntry("name", "Grace");
        assertThat(SDK.adminListGroupsForUser(r -> r.userPoolId(pool).username("grace"))
                        .groups())
                .hasSize(1);
    }

    /** Nor is the sub, though it finds the user everywhere else. */
    @Test
    @Row({4, 21})
    void filterByUsernameTakesTheTrueUsernameOnly() {
        String pool = COGNITO.pool();
        UserType user = COGNITO.newUser(pool, unique("user"));
        String sub = toMap(user.attributes()).get("sub");

        COGNITO.soon(() -> assertThat(
                        SDK.listUsers(r -> r.userPoolId(pool).filter("username = \"" + user.username() + "\""))
                                .users())
                .hasSize(1));
        assertThat(SDK.listUsers(r -> r.userPoolId(pool).filter("username = \"" + sub + "\""))
                        .users())
                .isEmpty();
    }

    @Test
    @Row({3, 4})
    void addressIsNoAliasWherePoolHasNone() {
        String pool = COGNITO.pool();
        String address = unique("user") + "@example.com";
        COGNITO.newUser(pool, unique("user"), attribute("email", address), VERIFIED);

        assertThat(refusal(() -> find(pool, address))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    private static String find(String pool, String name) {
        return SDK.adminGetUser(r -> r.userPoolId(pool).username(name)).username();
    }

    private static Map<String, String> attributes(String pool, String user) {
        return toMap(SDK.adminGetUser(r -> r.userPoolId(pool).username(user)).userAttributes());
    }
}
