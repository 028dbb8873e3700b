package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The current password and those before it, as many as the policy's {@code PasswordHistorySize} says. */
class PasswordHistoryTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(r ->
            r.policies(p -> p.passwordPolicy(policy -> policy.minimumLength(8).passwordHistorySize(2))));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String USED = "PasswordHistoryPolicyViolationException: Password has previously been used.";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void passwordThatWasTakenAwayIsRemembered() {
        String user = newUser();
        SDK.adminDisableProviderForUser(r -> r.userPoolId(POOL)
                .user(u -> u.providerName("Cognito")
                        .providerAttributeName("Cognito_Subject")
                        .providerAttributeValue(user)));

        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, user, PASSWORD))).isEqualTo(USED);
        ACCOUNT.setPassword(POOL, user, "second-one");
        assertThat(ACCOUNT.signIn(CLIENT, user, "second-one")).isNotNull();
    }

    @Test
    void forgottenPasswordIsNotForgotten() {
        String user = newUser();
        SDK.adminResetUserPassword(r -> r.userPoolId(POOL).username(user));
        String code = COGNITO.code(user + "@example.com");

        assertThat(refusal(() -> confirm(user, code, PASSWORD))).isEqualTo(USED);
        confirm(user, code, "second-one");
        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, user, PASSWORD))).isEqualTo(USED);
    }

    private static String newUser() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    private static void confirm(String user, String code, String password) {
        SDK.confirmForgotPassword(
                r -> r.clientId(CLIENT).username(user).confirmationCode(code).password(password));
    }
}
