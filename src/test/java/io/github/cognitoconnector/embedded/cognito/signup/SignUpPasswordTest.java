package io.github.cognitoconnector.embedded.cognito.signup;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;

/** Sign-up without a password is for pools where a code lets users in, and those are not built. */
class SignUpPasswordTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String CLIENT = ACCOUNT.client(COGNITO.newPool());

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void poolOfPasswordsWantsOne() {
        String refused = "InvalidPasswordException: Password did not conform with policy: Password not long enough";
        assertThat(refusal(() -> SDK.signUp(r -> r.clientId(CLIENT).username(unique("user")))))
                .isEqualTo(refused);
    }

    @Test
    void poolOfCodesWantsOneHereToo() {
        String pool = COGNITO.newPool(r -> r.policies(p ->
                p.signInPolicy(s -> s.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP))));
        String client = ACCOUNT.client(pool);
        assertThat(refusal(() -> SDK.signUp(r -> r.clientId(client).username("ada"))))
                .isEqualTo("OperationNotEnabledException:"
                        + " The embedded Cognito does not have sign-up without a password.");
        assertThat(SDK.signUp(r -> r.clientId(client).username("ada").password(PASSWORD))
                        .userSub())
                .isNotEmpty();
    }

    /** The model calls it optional, and it serves the USER_AUTH flow alone. */
    @Test
    void answersHaveNoSession() {
        String user = unique("user");
        assertThat(SDK.signUp(r -> r.clientId(CLIENT).username(user).password(PASSWORD))
                        .session())
                .isNull();
        assertThat(refusal(() -> SDK.confirmSignUp(r -> r.clientId(CLIENT)
                        .username(user)
                        .confirmationCode("000000")
                        .session("x".repeat(20)))))
                .startsWith("ExpiredCodeException");
    }
}
