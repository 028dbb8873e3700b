package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
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

    @Test
    @Row(9)
    void addressWaitsForVerificationWhereThePoolWantsSo() {
        String pool = COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .userAttributeUpdateSettings(
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

    @Test
    @Row(13)
    void resetIsWrittenToTheVerifiedAddress() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        SDK.adminSetUserPassword(
                r -> r.userPoolId(DEMO).username(user).password(PASSWORD).permanent(true));

        SDK.adminResetUserPassword(r -> r.userPoolId(DEMO).username(user));

        assertThat(COGNITO.control("GET", "messages", "").body()).contains("PASSWORD_RESET", user + "@example.com");
    }

    private static void update(String pool, String user, AttributeType... attributes) {
        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool).username(user).userAttributes(attributes));
    }

    private static Map<String, String> attributes(String pool, String user) {
        return toMap(SDK.adminGetUser(r -> r.userPoolId(pool).username(user)).userAttributes());
    }
}
