package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** A preferred username signs in from the first password of one's own on, and must be free then. */
class ConfirmedNameTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL =
            COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.PREFERRED_USERNAME, AliasAttributeType.EMAIL));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String TAKEN = "AliasExistsException: ";

    private final String name = unique("name");
    private final String owner = unique("owner");
    private final String second = unique("second");

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** Contract row 3. */
    @Test
    void permanentPasswordNeedsAFreeName() {
        COGNITO.newUser(POOL, second, attribute("preferred_username", name));
        ACCOUNT.confirmed(POOL, owner, attribute("preferred_username", name));

        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, second, "New-Horse-43")))
                .startsWith(TAKEN);
        assertThat(status(second)).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        SDK.adminSetUserPassword(r -> r.userPoolId(POOL).username(second).password("Temp-Horse-43"));
        SDK.adminUpdateUserAttributes(
                r -> r.userPoolId(POOL).username(second).userAttributes(attribute("preferred_username", second + "x")));
        ACCOUNT.setPassword(POOL, second, "New-Horse-43");
        assertThat(ACCOUNT.signIn(CLIENT, second + "x", "New-Horse-43")).isNotNull();
        assertThat(ACCOUNT.signIn(CLIENT, name, PASSWORD)).isNotNull();
    }

    /** Contract row 3. */
    @Test
    void newPasswordNeedsAFreeName() {
        COGNITO.newUser(POOL, second, attribute("preferred_username", name));
        String session = ACCOUNT.start(CLIENT, second, PASSWORD).session();
        ACCOUNT.confirmed(POOL, owner, attribute("preferred_username", name));

        assertThat(refusal(() -> answer(session, Map.of()))).startsWith(TAKEN);
        assertThat(status(second)).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        answer(session, Map.of("userAttributes.preferred_username", second + "x"));
        assertThat(status(second)).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(ACCOUNT.signIn(CLIENT, second + "x", "New-Horse-43")).isNotNull();
    }

    /** A reset takes the password away, not the name. */
    @Test
    void nameStaysTheUsersDuringAReset() {
        ACCOUNT.confirmed(
                POOL,
                owner,
                attribute("preferred_username", name),
                attribute("email", owner + "@example.com"),
                attribute("email_verified", "true"));
        ACCOUNT.confirmed(POOL, second);
        SDK.adminResetUserPassword(r -> r.userPoolId(POOL).username(owner));

        assertThat(refusal(() -> SDK.adminUpdateUserAttributes(r ->
                        r.userPoolId(POOL).username(second).userAttributes(attribute("preferred_username", name)))))
                .startsWith(TAKEN);
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, name, PASSWORD))).startsWith("PasswordResetRequiredException");
        ACCOUNT.setPassword(POOL, owner, "New-Horse-43");
        assertThat(ACCOUNT.signIn(CLIENT, name, "New-Horse-43")).isNotNull();
    }

    private static UserStatusType status(String user) {
        return SDK.adminGetUser(r -> r.userPoolId(POOL).username(user)).userStatus();
    }

    private void answer(String session, Map<String, String> more) {
        Map<String, String> responses = new HashMap<>(Map.of("USERNAME", second, "NEW_PASSWORD", "New-Horse-43"));
        responses.putAll(more);
        SDK.respondToAuthChallenge(r -> r.clientId(CLIENT)
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(session)
                .challengeResponses(responses));
    }
}
