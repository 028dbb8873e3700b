package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class UserChangesTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    /** Contract row 9: a blank value deletes, a new address is unverified. */
    @Test
    void updateChangesAddsAndDeletes() {
        String user = unique("user");
        COGNITO.newUser(
                DEMO,
                user,
                attribute("email", "old@example.com"),
                attribute("email_verified", "true"),
                attribute("name", "Old"));

        update(DEMO, user, attribute("email", "new@example.com"), attribute("name", ""), attribute("locale", "de"));

        assertThat(attributes(DEMO, user))
                .containsEntry("email", "new@example.com")
                .containsEntry("email_verified", "false")
                .containsEntry("locale", "de")
                .doesNotContainKey("name");
        assertThat(refusal(() -> update(DEMO, "nobody", attribute("name", "x"))))
                .startsWith("UserNotFoundException");
        assertThat(refusal(() -> update(DEMO, user, attribute("sub", "x")))).startsWith("InvalidParameterException");
    }

    @Test
    void immutableAttributeStays() {
        String pool = COGNITO.newPool(r -> r.schema(SchemaAttributeType.builder()
                .name("plan")
                .attributeDataType(AttributeDataType.STRING)
                .mutable(false)
                .build()));
        COGNITO.newUser(pool, "grace", attribute("custom:plan", "gold"));

        assertThat(refusal(() -> update(pool, "grace", attribute("custom:plan", "free"))))
                .isEqualTo("InvalidParameterException: Cannot modify the non-mutable attribute custom:plan");
        assertThat(refusal(() -> SDK.adminDeleteUserAttributes(
                        r -> r.userPoolId(pool).username("grace").userAttributeNames("custom:plan"))))
                .startsWith("InvalidParameterException");
    }

    /** Contract row 9. */
    @Test
    void verifiedAddressIsTakenFromItsFormerOwner() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        COGNITO.newUser(pool, "first", attribute("email", "a@example.com"), attribute("email_verified", "true"));
        COGNITO.newUser(pool, "second");

        update(pool, "second", attribute("email", "a@example.com"), attribute("email_verified", "true"));

        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("a@example.com"))
                        .username())
                .isEqualTo("second");
        assertThat(attributes(pool, "first")).containsEntry("email_verified", "false");
    }

    @Test
    void addressThatSomebodySignsInWithIsRefused() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        COGNITO.newUser(pool, "a@example.com");
        COGNITO.newUser(pool, "b@example.com");

        assertThat(refusal(() -> update(pool, "b@example.com", attribute("email", "a@example.com"))))
                .startsWith("AliasExistsException");
    }

    /** Contract row 9. */
    @Test
    void addressWaitsForVerificationWhereThePoolWantsSo() {
        String pool = COGNITO.newPool(r -> r.userAttributeUpdateSettings(
                s -> s.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL)));
        COGNITO.newUser(pool, "grace", attribute("email", "old@example.com"));

        update(pool, "grace", attribute("email", "new@example.com"));
        assertThat(attributes(pool, "grace")).containsEntry("email", "old@example.com");
        assertThat(COGNITO.control("GET", "messages", "").body())
                .contains("ATTRIBUTE_VERIFICATION", "new@example.com", "\"code\":");

        update(pool, "grace", attribute("email", "new@example.com"), attribute("email_verified", "true"));
        assertThat(attributes(pool, "grace")).containsEntry("email", "new@example.com");
    }

    @Test
    void deletedAttributeTakesItsVerificationAlong() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user, attribute("email", "a@example.com"), attribute("email_verified", "true"));

        SDK.adminDeleteUserAttributes(r -> r.userPoolId(DEMO).username(user).userAttributeNames("email"));

        assertThat(attributes(DEMO, user)).containsOnlyKeys("sub");
        assertThat(refusal(() -> SDK.adminDeleteUserAttributes(
                        r -> r.userPoolId(DEMO).username(user).userAttributeNames("custom:none"))))
                .startsWith("InvalidParameterException");
    }

    /** Contract rows 10 and 11. */
    @Test
    void userIsDisabledEnabledAndDeleted() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);

        SDK.adminDisableUser(r -> r.userPoolId(DEMO).username(user));
        assertThat(SDK.adminGetUser(r -> r.userPoolId(DEMO).username(user)).enabled())
                .isFalse();
        SDK.adminEnableUser(r -> r.userPoolId(DEMO).username(user));
        assertThat(SDK.adminGetUser(r -> r.userPoolId(DEMO).username(user)).enabled())
                .isTrue();
        SDK.adminDeleteUser(r -> r.userPoolId(DEMO).username(user));
        assertThat(refusal(() -> SDK.adminDeleteUser(r -> r.userPoolId(DEMO).username(user))))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(COGNITO.newUser(DEMO, user).username()).isEqualTo(user);
    }

    /** Contract row 12. */
    @Test
    void passwordIsSetForGoodOrForNow() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);

        SDK.adminSetUserPassword(
                r -> r.userPoolId(DEMO).username(user).password(PASSWORD).permanent(true));
        assertThat(status(user)).isEqualTo(UserStatusType.CONFIRMED);
        SDK.adminSetUserPassword(r -> r.userPoolId(DEMO).username(user).password(PASSWORD));
        assertThat(status(user)).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(refusal(() -> SDK.adminSetUserPassword(
                        r -> r.userPoolId(DEMO).username(user).password("weak"))))
                .startsWith("InvalidPasswordException");
        assertThat(refusal(() -> SDK.adminSetUserPassword(
                        r -> r.userPoolId(DEMO).username(user).password("with blank 1A"))))
                .startsWith("InvalidParameterException: 1 validation error detected: Value at 'password'");
    }

    /** Contract row 13. */
    @Test
    void resetNeedsAConfirmedUserWithAVerifiedAddress() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user, attribute("email", user + "@example.com"));
        assertThat(refusal(
                        () -> SDK.adminResetUserPassword(r -> r.userPoolId(DEMO).username(user))))
                .isEqualTo("NotAuthorizedException: User password cannot be reset in the current state.");

        SDK.adminSetUserPassword(
                r -> r.userPoolId(DEMO).username(user).password(PASSWORD).permanent(true));
        assertThat(refusal(
                        () -> SDK.adminResetUserPassword(r -> r.userPoolId(DEMO).username(user))))
                .isEqualTo("InvalidParameterException: Cannot reset password for the user as there is no"
                        + " registered/verified email or phone_number");

        update(DEMO, user, attribute("email_verified", "true"));
        SDK.adminResetUserPassword(r -> r.userPoolId(DEMO).username(user));
        assertThat(status(user)).isEqualTo(UserStatusType.RESET_REQUIRED);
        assertThat(COGNITO.control("GET", "messages", "").body()).contains("PASSWORD_RESET", user + "@example.com");
    }

    private static void update(String pool, String user, AttributeType... attributes) {
        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool).username(user).userAttributes(attributes));
    }

    private static Map<String, String> attributes(String pool, String user) {
        return toMap(SDK.adminGetUser(r -> r.userPoolId(pool).username(user)).userAttributes());
    }

    private static UserStatusType status(String user) {
        return SDK.adminGetUser(r -> r.userPoolId(DEMO).username(user)).userStatus();
    }
}
