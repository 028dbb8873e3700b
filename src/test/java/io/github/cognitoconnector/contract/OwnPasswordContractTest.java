package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@ContractSuite
@Section(1)
class OwnPasswordContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> COGNITO.newPool());
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final String NEW = "New-Horse-43";

    @Test
    void userChangesThePasswordAndStaysSignedIn() {
        String user = newUser();
        String token = ACCOUNT.signIn(CLIENT.get(), user, PASSWORD).accessToken();

        SDK.changePassword(r -> r.accessToken(token).previousPassword(PASSWORD).proposedPassword(NEW));

        assertThat(ACCOUNT.signIn(CLIENT.get(), user, NEW)).isNotNull();
        assertThat(SDK.getUser(r -> r.accessToken(token)).username()).isEqualTo(user);
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT.get(), user, PASSWORD))).startsWith("NotAuthorizedException");
    }

    @Test
    void previousPasswordHasToBeRight() {
        String token = ACCOUNT.signIn(CLIENT.get(), newUser(), PASSWORD).accessToken();

        assertThat(refusal(() -> SDK.changePassword(r ->
                        r.accessToken(token).previousPassword("Wrong-Horse-42").proposedPassword(NEW))))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        assertThat(refusal(() -> SDK.changePassword(r -> r.accessToken(token).proposedPassword(NEW))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> SDK.changePassword(
                        r -> r.accessToken(token).previousPassword(PASSWORD).proposedPassword("weak"))))
                .startsWith("InvalidPasswordException");
        assertThat(refusal(() -> SDK.changePassword(
                        r -> r.accessToken("a.b.c").previousPassword(PASSWORD).proposedPassword(NEW))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    /** Contract row 28. */
    @Test
    @Row(28)
    void fiveAttemptsAnHour() {
        String token = ACCOUNT.signIn(CLIENT.get(), newUser(), PASSWORD).accessToken();
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(() -> SDK.changePassword(r -> r.accessToken(token)
                            .previousPassword("Wrong-Horse-42")
                            .proposedPassword(NEW))))
                    .startsWith("NotAuthorizedException");
        }
        assertThat(refusal(() -> SDK.changePassword(
                        r -> r.accessToken(token).previousPassword(PASSWORD).proposedPassword(NEW))))
                .isEqualTo("LimitExceededException: Attempt limit exceeded, please try after some time.");
    }

    private static String newUser() {
        String user = unique("user");
        ACCOUNT.confirmed(
                POOL.get(), user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }
}
