package io.github.cognitoconnector.embedded.cognito.signup;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class ConfirmationTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(
            r -> r.aliasAttributes(AliasAttributeType.EMAIL).autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String HIDING =
            ACCOUNT.client(POOL, r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));
    private static final String MISMATCH =
            "CodeMismatchException: Invalid verification code provided, please try again.";
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";
    private static final String TOO_OFTEN =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void codeConfirmsTheUserAndTheAddress() {
        String user = signedUp();
        String code = COGNITO.code(address(user));
        assertThat(refusal(() -> confirm(CLIENT, user, Account.not(code)))).isEqualTo(MISMATCH);

        confirm(CLIENT, user, code);

        assertThat(SDK.adminGetUser(r -> r.userPoolId(POOL).username(user)).userStatus())
                .isEqualTo(UserStatusType.CONFIRMED);
        assertThat(attributes(user)).containsEntry("email_verified", "true");
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD).accessToken()).isNotEmpty();
        assertThat(ACCOUNT.signIn(CLIENT, address(user), PASSWORD).accessToken())
                .isNotEmpty();
        assertThat(refusal(() -> confirm(CLIENT, user, code)))
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    /** Contract, below section 3: a day. */
    @Test
    void codeLastsADay() {
        String user = signedUp();
        String code = COGNITO.code(address(user));
        COGNITO.put("clock", "{\"offsetSeconds\": 86401}");
        assertThat(refusal(() -> confirm(CLIENT, user, code))).isEqualTo(EXPIRED);
    }

    /** Contract row 28. */
    @Test
    @Row(28)
    void fifteenAttemptsAnHour() {
        String user = signedUp();
        String code = COGNITO.code(address(user));
        for (int i = 0; i < 15; i++) {
            assertThat(refusal(() -> confirm(CLIENT, user, Account.not(code)))).isEqualTo(MISMATCH);
        }
        assertThat(refusal(() -> confirm(CLIENT, user, code))).isEqualTo(TOO_OFTEN);
        COGNITO.put("clock", "{\"offsetSeconds\": 3601}");
        confirm(CLIENT, user, code);
    }

    /** Contract row 3. */
    @Test
    @Row(3)
    void aliasOfAnotherIsRefusedUnlessTaken() {
        String owner = unique("owner");
        COGNITO.newUser(POOL, owner, attribute("email", address(owner)), attribute("email_verified", "true"));
        String user = unique("user");
        SDK.signUp(r -> r.clientId(CLIENT)
                .username(user)
                .password(PASSWORD)
                .userAttributes(attribute("email", address(owner))));
        String code = COGNITO.code(address(owner));

        assertThat(refusal(() -> confirm(CLIENT, user, code)))
                .isEqualTo("AliasExistsException: An account with the given email already exists.");
        SDK.confirmSignUp(
                r -> r.clientId(CLIENT).username(user).confirmationCode(code).forceAliasCreation(true));

        assertThat(SDK.adminGetUser(r -> r.userPoolId(POOL).username(address(owner)))
                        .username())
                .isEqualTo(user);
        assertThat(attributes(owner)).containsEntry("email_verified", "false");
    }

    @Test
    void addressThatHasChangedSinceIsNotVerified() {
        String user = signedUp();
        String code = COGNITO.code(address(user));
        SDK.adminUpdateUserAttributes(
                r -> r.userPoolId(POOL).username(user).userAttributes(attribute("email", "other-" + address(user))));

        confirm(CLIENT, user, code);
        assertThat(attributes(user)).containsEntry("email_verified", "false");
    }

    @Test
    void disabledUserCannotConfirm() {
        String user = signedUp();
        String code = COGNITO.code(address(user));
        SDK.adminDisableUser(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> confirm(CLIENT, user, code))).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Contract row 28: five an hour; a new code replaces the one before. */
    @Test
    @Row(28)
    void codeIsSentAgain() {
        String user = signedUp();
        CodeDeliveryDetailsType details = resend(CLIENT, user);
        assertThat(details.destination()).isEqualTo("u***@e***");
        String code = COGNITO.code(address(user));
        for (int i = 0; i < 4; i++) {
            resend(CLIENT, user);
        }
        assertThat(refusal(() -> resend(CLIENT, user))).isEqualTo(TOO_OFTEN);

        String newest = COGNITO.code(address(user));
        if (!newest.equals(code)) {
            assertThat(refusal(() -> confirm(CLIENT, user, code))).isEqualTo(MISMATCH);
        }
        confirm(CLIENT, user, newest);
        assertThat(refusal(() -> resend(CLIENT, user)))
                .isEqualTo("InvalidParameterException: User is already confirmed.");
    }

    /** Contract row 25. */
    @Test
    @Row(25)
    void codeForNobodyIsSimulated() {
        assertThat(resend(HIDING, "nobody")).isEqualTo(resend(HIDING, "Nobody"));
        assertThat(resend(HIDING, "nobody").destination()).matches(".\\*\\*\\*@.\\*\\*\\*");
        assertThat(resend(HIDING, "+4915112345678").destination()).isEqualTo("+*********5678");
        assertThat(COGNITO.control("GET", "messages", "").body()).isEqualTo("[]");
        assertThat(refusal(() -> resend(CLIENT, "nobody"))).isEqualTo("UserNotFoundException: User does not exist.");

        String user = signedUp();
        SDK.adminDisableUser(r -> r.userPoolId(POOL).username(user));
        COGNITO.reset();
        assertThat(resend(HIDING, user).destination()).matches(".\\*\\*\\*@.\\*\\*\\*");
        assertThat(COGNITO.control("GET", "messages", "").body()).isEqualTo("[]");
        assertThat(refusal(() -> resend(CLIENT, user))).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** A user of the same name is another user. */
    @Test
    void codeEndsWithTheUser() {
        String user = signedUp();
        String code = COGNITO.code(address(user));
        SDK.adminDeleteUser(r -> r.userPoolId(POOL).username(user));
        SDK.signUp(r -> r.clientId(CLIENT).username(user).password(PASSWORD));
        assertThat(refusal(() -> confirm(CLIENT, user, code))).isEqualTo(EXPIRED);
    }

    private static String signedUp() {
        String user = unique("user");
        SDK.signUp(r ->
                r.clientId(CLIENT).username(user).password(PASSWORD).userAttributes(attribute("email", address(user))));
        return user;
    }

    private static String address(String user) {
        return user + "@example.com";
    }

    private static void confirm(String client, String user, String code) {
        SDK.confirmSignUp(r -> r.clientId(client).username(user).confirmationCode(code));
    }

    private static CodeDeliveryDetailsType resend(String client, String user) {
        return SDK.resendConfirmationCode(r -> r.clientId(client).username(user))
                .codeDeliveryDetails();
    }

    private static Map<String, String> attributes(String user) {
        return toMap(SDK.adminGetUser(r -> r.userPoolId(POOL).username(user)).userAttributes());
    }
}
