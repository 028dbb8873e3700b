package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The one condition of a ListUsers filter. */
@ContractSuite
class UserFilterContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    /** A value that no other case has, so that the shared pool does as well as one of its own. */
    private static final String MARK = unique("Mark");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"email", "name", "given_name", "family_name", "preferred_username"})
    @Row(21)
    void attributeIsComparedAsAWholeOrFromItsBeginning(String name) {
        String value = unique("Value") + "@example.com";
        String user = user(attribute(name, value));

        COGNITO.soon(() -> assertThat(names(name + " = \"" + value + "\"")).containsExactly(user));
        assertThat(names(name + " ^= \"" + value.substring(0, 30) + "\"")).containsExactly(user);
        assertThat(names(name + " = \"" + value.substring(0, 30) + "\"")).isEmpty();
        assertThat(names(name + " ^= \"" + value.substring(1) + "\"")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"email", "name", "given_name", "family_name", "preferred_username"})
    @Row(21)
    void attributeIsComparedWithoutCase(String name) {
        String value = unique("Value") + "@example.com";
        String user = user(attribute(name, value));

        COGNITO.soon(() -> assertThat(names(name + " = \"" + value.toUpperCase(Locale.ROOT) + "\""))
                .containsExactly(user));
    }

    @Test
    @Row(21)
    void phoneNumberIsCompared() {
        String number = "+49" + (1_000_000_000L + Math.floorMod(MARK.hashCode(), 1_000_000_000));
        String user = user(attribute("phone_number", number));

        COGNITO.soon(
                () -> assertThat(names("phone_number = \"" + number + "\"")).containsExactly(user));
        assertThat(names("phone_number ^= \"" + number + "\"")).containsExactly(user);
    }

    @Test
    @Row(21)
    void usernameIsComparedWithCase() {
        String user = unique("Grace");
        COGNITO.newUser(COGNITO.pool(), user);

        COGNITO.soon(() -> assertThat(names("username = \"" + user + "\"")).containsExactly(user));
        assertThat(names("username ^= \"" + user.substring(0, 20) + "\"")).containsExactly(user);
        assertThat(names("username = \"" + user.toLowerCase(Locale.ROOT) + "\""))
                .isEmpty();
    }

    @Test
    @Row(21)
    void subIsCompared() {
        UserType user = COGNITO.newUser(COGNITO.pool(), unique("user"));
        String sub = toMap(user.attributes()).get("sub");

        COGNITO.soon(() -> assertThat(names("sub = \"" + sub + "\"")).containsExactly(user.username()));
    }

    @Test
    @Row(21)
    void statusOfTheUserIsComparedWithoutCase() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "new");
        COGNITO.newUser(pool, "old");
        SDK.adminSetUserPassword(
                r -> r.userPoolId(pool).username("old").password(PASSWORD).permanent(true));

        COGNITO.soon(() ->
                assertThat(names(pool, "cognito:user_status = \"confirmed\"")).containsExactly("old"));
        assertThat(names(pool, "cognito:user_status = \"FORCE_CHANGE_PASSWORD\""))
                .containsExactly("new");
    }

    @Test
    @Row(21)
    void disabledUsersAreFound() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "on");
        COGNITO.newUser(pool, "off");
        SDK.adminDisableUser(r -> r.userPoolId(pool).username("off"));

        COGNITO.soon(() -> assertThat(names(pool, "status = \"Disabled\"")).containsExactly("off"));
        assertThat(names(pool, "status = \"Enabled\"")).containsExactly("on");
        assertThat(names(pool, "status = \"disabled\"")).isEmpty();
    }

    @Test
    @Row(21)
    void emptyFilterIsNone() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "grace");

        COGNITO.soon(() -> assertThat(names(pool, "")).containsExactly("grace"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "email",
                "email = ada",
                "email > 'a'",
                "email = 'a' and name = 'b'",
                "email = 'a'b'",
                "= 'a'",
                "email ="
            })
    @Row(21)
    void filterThatCognitoCannotReadIsRefused(String filter) {
        assertThat(refusal(() -> names(filter.replace('\'', '"'))))
                .isEqualTo("InvalidParameterException: Error while parsing filter.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"custom:plan", "locale", "nonsense", "email_verified"})
    @Row(21)
    void attributeThatCannotBeSearchedIsRefused(String name) {
        assertThat(refusal(() -> names(name + " = \"x\""))).startsWith("InvalidParameterException");
    }

    private static String user(AttributeType... attributes) {
        return COGNITO.newUser(COGNITO.pool(), unique("user"), attributes).username();
    }

    private static List<String> names(String filter) {
        return names(COGNITO.pool(), filter);
    }

    private static List<String> names(String pool, String filter) {
        return SDK.listUsers(r -> r.userPoolId(pool).filter(filter)).users().stream()
                .map(UserType::username)
                .toList();
    }
}
