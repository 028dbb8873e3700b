package io.github.cognitoconnector.embedded.cognito.account;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class OwnPasswordTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String NEW = "New-Horse-43";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    /** A code for a forgotten password ends when the password is remembered and changed. */
    @Test
    void changeEndsAPendingReset() {
        String user = newUser();
        String token = ACCOUNT.signIn(CLIENT, user, PASSWORD).accessToken();
        SDK.forgotPassword(r -> r.clientId(CLIENT).username(user));
        String code = COGNITO.code(user + "@example.com");

        SDK.changePassword(r -> r.accessToken(token).previousPassword(PASSWORD).proposedPassword(NEW));

        assertThat(refusal(() -> SDK.confirmForgotPassword(r ->
                        r.clientId(CLIENT).username(user).confirmationCode(code).password("Newer-Horse-44"))))
                .startsWith("ExpiredCodeException");
    }

    private static String newUser() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }
}
