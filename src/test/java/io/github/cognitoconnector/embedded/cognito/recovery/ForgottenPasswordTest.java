package io.github.cognitoconnector.embedded.cognito.recovery;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

class ForgottenPasswordTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String HIDING =
            ACCOUNT.client(POOL, r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));
    private static final String NEW = "New-Horse-43";
    private static final String MISMATCH =
            "CodeMismatchException: Invalid verification code provided, please try again.";
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
    void codeSetsANewPassword() {
        String user = newUser(POOL);
        assertThat(ACCOUNT.forgot(CLIENT, user).destination()).isEqualTo("u***@e***");
        assertThat(ACCOUNT.forgot(CLIENT, user).attributeName()).isEqualTo("email");
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD))
                .as("the old one is good until then")
                .isNotNull();
        String code = COGNITO.code(address(user));
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, Account.not(code), NEW)))
                .isEqualTo(MISMATCH);
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, "weak")))
                .startsWith("InvalidPasswordException");

        ACCOUNT.confirmForgotten(CLIENT, user, code, NEW);

        assertThat(ACCOUNT.signIn(CLIENT, user, NEW)).isNotNull();
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, PASSWORD)))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, "Newer-Horse-44")))
                .isEqualTo(EXPIRED);
    }

    /** Contract, below section 3: an hour. */
    @Test
    void codeLastsAnHour() {
        String user = newUser(POOL);
        ACCOUNT.forgot(CLIENT, user);
        String code = COGNITO.code(address(user));
        COGNITO.put("clock", "{\"offsetSeconds\": 3601}");
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, NEW)))
                .isEqualTo(EXPIRED);
    }

    /** Contract row 13. */
    @Test
    @Row(13)
    void resetByAnAdministratorIsConfirmedLikewise() {
        String user = newUser(POOL);
        SDK.adminResetUserPassword(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, PASSWORD))).startsWith("PasswordResetRequiredException");

        ACCOUNT.confirmForgotten(CLIENT, user, COGNITO.code(address(user)), NEW);

        assertThat(status(user)).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(ACCOUNT.signIn(CLIENT, user, NEW)).isNotNull();
    }

    /** Contract row 28: both operations together. */
    @Test
    @Row(28)
    void attemptsAreCountedTogether() {
        String user = newUser(POOL);
        for (int i = 0; i < 10; i++) {
            ACCOUNT.forgot(CLIENT, user);
        }
        String code = COGNITO.code(address(user));
        for (int i = 0; i < 10; i++) {
            assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, Account.not(code), NEW)))
                    .isEqualTo(MISMATCH);
        }
        String tooOften = "LimitExceededException: Attempt limit exceeded, please try after some time.";
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, NEW)))
                .isEqualTo(tooOften);
        assertThat(refusal(() -> ACCOUNT.forgot(CLIENT, user))).isEqualTo(tooOften);
    }

    @Test
    void codeGivesNoPasswordToWhomOnlyAProviderLetsIn() {
        String user = newUser(POOL);
        ACCOUNT.forgot(CLIENT, user);
        String code = COGNITO.code(address(user));
        SDK.adminDisableProviderForUser(r -> r.userPoolId(POOL)
                .user(u -> u.providerName("Cognito")
                        .providerAttributeName("Cognito_Subject")
                        .providerAttributeValue(user)));

        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, NEW)))
                .isEqualTo("NotAuthorizedException: User password cannot be reset in the current state.");
        assertThat(status(user)).isEqualTo(UserStatusType.EXTERNAL_PROVIDER);
    }

    @Test
    void disabledUserIsRefusedOrHidden() {
        String user = newUser(POOL);
        ACCOUNT.forgot(CLIENT, user);
        String code = COGNITO.code(address(user));
        SDK.adminDisableUser(r -> r.userPoolId(POOL).username(user));
        COGNITO.reset();

        assertThat(refusal(() -> ACCOUNT.forgot(CLIENT, user))).isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, NEW)))
                .isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(ACCOUNT.forgot(HIDING, user).destination()).isNotEmpty();
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(HIDING, user, code, NEW)))
                .isEqualTo(MISMATCH);
        assertThat(COGNITO.findCode(address(user))).isEmpty();
    }

    @Test
    void numberComesFirstUnlessThePoolSaysOtherwise() {
        assertThat(medium(COGNITO.newPool())).isEqualTo("phone_number");
        assertThat(medium(recoveringBy(
                        RecoveryOptionNameType.VERIFIED_EMAIL, RecoveryOptionNameType.VERIFIED_PHONE_NUMBER)))
                .isEqualTo("email");
        assertThat(medium(recoveringBy(RecoveryOptionNameType.VERIFIED_PHONE_NUMBER)))
                .isEqualTo("phone_number");
        String administrators = recoveringBy(RecoveryOptionNameType.ADMIN_ONLY);
        assertThat(refusal(() -> medium(administrators)))
                .isEqualTo("NotAuthorizedException: Contact administrator to reset password.");
        String user = newUser(administrators);
        assertThat(refusal(() -> SDK.adminResetUserPassword(
                        r -> r.userPoolId(administrators).username(user))))
                .isEqualTo("NotAuthorizedException: Contact administrator to reset password.");
    }

    /** A code does not outlive the password for which it was asked. */
    @Test
    void codeEndsWhenThePasswordIsSet() {
        String user = newUser(POOL);
        ACCOUNT.forgot(CLIENT, user);
        String code = COGNITO.code(address(user));
        ACCOUNT.setPassword(POOL, user, NEW);
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT, user, code, "Newer-Horse-44")))
                .isEqualTo(EXPIRED);
        assertThat(ACCOUNT.signIn(CLIENT, user, NEW)).isNotNull();
    }

    private static String recoveringBy(RecoveryOptionNameType... names) {
        RecoveryOptionType[] options = new RecoveryOptionType[names.length];
        for (int i = 0; i < names.length; i++) {
            options[names.length - 1 - i] =
                    RecoveryOptionType.builder().name(names[i]).priority(i + 1).build();
        }
        return COGNITO.newPool(r -> r.accountRecoverySetting(s -> s.recoveryMechanisms(options)));
    }

    /** Over which attribute the code goes to a user who has verified both. */
    private static String medium(String pool) {
        String user = unique("user");
        ACCOUNT.confirmed(
                pool,
                user,
                attribute("email", address(user)),
                attribute("email_verified", "true"),
                attribute("phone_number", "+4915112345678"),
                attribute("phone_number_verified", "true"));
        return ACCOUNT.forgot(ACCOUNT.client(pool), user).attributeName();
    }

    private static String newUser(String pool) {
        String user = unique("user");
        ACCOUNT.confirmed(pool, user, attribute("email", address(user)), attribute("email_verified", "true"));
        return user;
    }

    private static String address(String user) {
        return user + "@example.com";
    }

    private static UserStatusType status(String user) {
        return SDK.adminGetUser(r -> r.userPoolId(POOL).username(user)).userStatus();
    }
}
