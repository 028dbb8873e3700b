package io.github.cognitoconnector.embedded.cognito.account;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** An address that waits for its verification gives way to whatever is set in its place (contract row 9). */
class WaitingAddressTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
            .userAttributeUpdateSettings(
                    s -> s.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL)));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";

    private final String waiting = unique("waiting") + "@example.com";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void verifiedAddressOfAnAdministratorTakesItsPlace() {
        String user = unique("user");
        String token = begin(user);
        String code = COGNITO.code(waiting);
        administered(user, attribute("email", "set@example.com"), attribute("email_verified", "true"));

        assertThat(refusal(() -> verify(token, code))).isEqualTo(EXPIRED);
        assertThat(own(token)).containsEntry("email", "set@example.com").containsEntry("email_verified", "true");
    }

    @Test
    void presentAndNoAddressTakeItsPlaceToo() {
        for (AttributeType instead : List.of(attribute("email", "old@example.com"), attribute("email", ""))) {
            String user = unique("user");
            String token = begin(user);
            String code = COGNITO.code(waiting);
            administered(user, instead);
            assertThat(refusal(() -> verify(token, code))).isEqualTo(EXPIRED);
        }
    }

    @Test
    void otherChangesLetItWait() {
        String user = unique("user");
        String token = begin(user);
        String code = COGNITO.code(waiting);
        administered(user, attribute("name", "Ada"), attribute("email_verified", "true"));

        verify(token, code);
        assertThat(own(token)).containsEntry("email", waiting);
    }

    /** Signs in, and leaves an address waiting; answers the access token. */
    private String begin(String name) {
        COGNITO.newUser(POOL, name, attribute("email", "old@example.com"), attribute("email_verified", "true"));
        ACCOUNT.setPassword(POOL, name, PASSWORD);
        String token = ACCOUNT.signIn(CLIENT, name, PASSWORD).accessToken();
        SDK.updateUserAttributes(r -> r.accessToken(token).userAttributes(attribute("email", waiting)));
        assertThat(own(token)).containsEntry("email", "old@example.com");
        return token;
    }

    private static void administered(String user, AttributeType... attributes) {
        SDK.adminUpdateUserAttributes(r -> r.userPoolId(POOL).username(user).userAttributes(attributes));
    }

    private static void verify(String token, String code) {
        SDK.verifyUserAttribute(r -> r.accessToken(token).attributeName("email").code(code));
    }

    private static Map<String, String> own(String token) {
        return toMap(SDK.getUser(r -> r.accessToken(token)).userAttributes());
    }
}
