package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** Enabled, disabled, deleted; passwords set and reset by an administrator. */
@ContractSuite
class UserLifecycleContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(10)
    void userIsDisabledAndEnabled() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        SDK.adminDisableUser(r -> r.userPoolId(COGNITO.pool()).username(user));
        assertThat(get(user).enabled()).isFalse();
        COGNITO.soon(() -> assertThat(
                        SDK.listUsers(r -> r.userPoolId(COGNITO.pool()).filter("username = \"" + user + "\""))
                                .users())
                .singleElement()
                .satisfies(listed -> assertThat(listed.enabled()).isFalse()));

        SDK.adminEnableUser(r -> r.userPoolId(COGNITO.pool()).username(user));
        assertThat(get(user).enabled()).isTrue();
    }

    @Test
    @Row(10)
    void disablingAndEnablingAreRepeatable() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        SDK.adminEnableUser(r -> r.userPoolId(COGNITO.pool()).username(user));
        SDK.adminDisableUser(r -> r.userPoolId(COGNITO.pool()).username(user));
        SDK.adminDisableUser(r -> r.userPoolId(COGNITO.pool()).username(user));

        assertThat(get(user).enabled()).isFalse();
    }

    @Test
    @Row({8, 11})
    void deletedUserIsGone() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        SDK.adminDeleteUser(r -> r.userPoolId(COGNITO.pool()).username(user));

        assertThat(refusal(() -> get(user))).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(refusal(() ->
                        SDK.adminDeleteUser(r -> r.userPoolId(COGNITO.pool()).username(user))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row({8, 10})
    void nobodyIsNeitherEnabledNorDisabled() {
        assertThat(refusal(() ->
                        SDK.adminEnableUser(r -> r.userPoolId(COGNITO.pool()).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(refusal(() ->
                        SDK.adminDisableUser(r -> r.userPoolId(COGNITO.pool()).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(12)
    void passwordIsSetForGoodOrForNow() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        SDK.adminSetUserPassword(r ->
                r.userPoolId(COGNITO.pool()).username(user).password(PASSWORD).permanent(true));
        assertThat(get(user).userStatus()).isEqualTo(UserStatusType.CONFIRMED);

        SDK.adminSetUserPassword(
                r -> r.userPoolId(COGNITO.pool()).username(user).password(PASSWORD));
        assertThat(get(user).userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    }

    @Test
    @Row(12)
    void passwordHasToSatisfyThePolicy() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        assertThat(refusal(() -> SDK.adminSetUserPassword(
                        r -> r.userPoolId(COGNITO.pool()).username(user).password("weak"))))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: Password not long enough");
        assertThat(refusal(() -> SDK.adminSetUserPassword(
                        r -> r.userPoolId(COGNITO.pool()).username("nobody").password(PASSWORD))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(13)
    void resetNeedsAConfirmedUser() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user"), attribute("email", "x@example.com"))
                .username();

        assertThat(refusal(() -> reset(user)))
                .isEqualTo("NotAuthorizedException: User password cannot be reset in the current state.");
    }

    @Test
    @Row(13)
    void resetNeedsAVerifiedAddress() {
        String user = COGNITO.newConfirmedUser(attribute("email", "x@example.com"));

        assertThat(refusal(() -> reset(user)))
                .isEqualTo("InvalidParameterException: Cannot reset password for the user as there is no"
                        + " registered/verified email or phone_number");
    }

    @Test
    @Row(13)
    void resetRequiresANewPassword() {
        String user =
                COGNITO.newConfirmedUser(attribute("email", COGNITO.mailbox()), attribute("email_verified", "true"));

        reset(user);

        assertThat(get(user).userStatus()).isEqualTo(UserStatusType.RESET_REQUIRED);
        assertThat(refusal(() -> SignIns.withPassword(COGNITO, user, PASSWORD)))
                .startsWith("PasswordResetRequiredException");
    }

    private static void reset(String user) {
        SDK.adminResetUserPassword(r -> r.userPoolId(COGNITO.pool()).username(user));
    }

    private static AdminGetUserResponse get(String user) {
        return SDK.adminGetUser(r -> r.userPoolId(COGNITO.pool()).username(user));
    }
}
