package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;

@ContractSuite
@Section(1)
class ForgottenPasswordContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> COGNITO.newPool());
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final Once<String> HIDING = new Once<>(() ->
            ACCOUNT.client(POOL.get(), r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED)));
    private static final String NEW = "New-Horse-43";
    private static final String MISMATCH =
            "CodeMismatchException: Invalid verification code provided, please try again.";
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";
    private static final String NO_ADDRESS = "InvalidParameterException: Cannot reset password for the user as there is"
            + " no registered/verified email or phone_number";
    private static final String WRONG_STATE =
            "NotAuthorizedException: User password cannot be reset in the current state.";

    /** Contract row 25. */
    @Test
    @Row(25)
    void nobodyIsTreatedLikeSomebody() {
        assertThat(ACCOUNT.forgot(HIDING.get(), "nobody")).isEqualTo(ACCOUNT.forgot(HIDING.get(), "nobody"));
        assertThat(ACCOUNT.forgot(HIDING.get(), "grace@example.com").destination())
                .isEqualTo("g***@e***");
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(HIDING.get(), "nobody", "123456", NEW)))
                .isEqualTo(MISMATCH);
        assertThat(refusal(() -> ACCOUNT.forgot(CLIENT.get(), "nobody")))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT.get(), "nobody", "123456", NEW)))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void temporaryPasswordCannotBeForgotten() {
        String user = unique("user");
        COGNITO.newUser(POOL.get(), user, attribute("email", address(user)), attribute("email_verified", "true"));
        assertThat(refusal(() -> ACCOUNT.forgot(CLIENT.get(), user))).isEqualTo(WRONG_STATE);
        assertThat(refusal(() -> ACCOUNT.forgot(HIDING.get(), user))).isEqualTo(WRONG_STATE);
        assertThat(refusal(() -> ACCOUNT.confirmForgotten(CLIENT.get(), user, "123456", NEW)))
                .isEqualTo(EXPIRED);
    }

    /** AWS simulates here where users are hidden. */
    @Test
    void addressHasToBeVerified() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL.get(), user, attribute("email", address(user)));
        assertThat(refusal(() -> ACCOUNT.forgot(CLIENT.get(), user))).isEqualTo(NO_ADDRESS);
        assertThat(ACCOUNT.forgot(HIDING.get(), user).destination()).isNotEmpty();
    }

    @Test
    void mechanismThatThePoolLeavesOutDoesNotCount() {
        String pool = recoveringBy(RecoveryOptionNameType.VERIFIED_PHONE_NUMBER);
        String user = newUser(pool);
        String client = ACCOUNT.client(pool);
        assertThat(refusal(() -> ACCOUNT.forgot(client, user))).isEqualTo(NO_ADDRESS);
    }

    private static String recoveringBy(RecoveryOptionNameType... names) {
        RecoveryOptionType[] options = new RecoveryOptionType[names.length];
        for (int i = 0; i < names.length; i++) {
            options[names.length - 1 - i] =
                    RecoveryOptionType.builder().name(names[i]).priority(i + 1).build();
        }
        return COGNITO.newPool(r -> r.accountRecoverySetting(s -> s.recoveryMechanisms(options)));
    }

    private static String newUser(String pool) {
        String user = unique("user");
        ACCOUNT.confirmed(pool, user, attribute("email", address(user)), attribute("email_verified", "true"));
        return user;
    }

    private static String address(String user) {
        return user + "@example.com";
    }
}
