package io.github.cognitoconnector.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** Cognito finds users by alias too; a row is about whoever has its username, and about nobody else. */
@QuarkusTest
class AliasRowTest {

    private static final Map<String, String> GRACE = Map.of(
            "email",
            "grace@example.com",
            "email_verified",
            "true",
            "phone_number",
            "+491701234567",
            "phone_number_verified",
            "true",
            "preferred_username",
            "amazing");

    private OwnApp app = OwnApp.NONE;

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "upsert, email, grace@example.com",
        "upsert, phone_number, +491701234567",
        "create, email, grace@example.com",
        "create, phone_number, +491701234567"
    })
    void aUsernameThatIsAnotherUsersAliasIsRefused(String mode, String alias, String username) {
        app = OwnApp.register(
                "\"name\": \"Aliases\"", pool -> pool.aliasAttributes(AliasAttributeType.fromValue(alias)));
        app.newGroup("staff");
        grace();
        Map<String, String> before = attributes("grace");
        JsonPath job = Jobs.imported(
                app, "?mode=" + mode, "username,name,groups,enabled\n" + username + ",Another,staff,false\n");

        assertThat(Jobs.outcomes(app.token(), job.getString("id")))
                .singleElement()
                .asString()
                .startsWith("1 " + username + " rejected");
        assertThat(app.users()).containsExactly("grace");
        assertThat(app.groups("grace")).isEmpty();
        assertThat(attributes("grace")).isEqualTo(before);
    }

    /** A preferred username may be somebody's username as well. */
    @ParameterizedTest
    @ValueSource(strings = {"upsert", "create"})
    void whoeverIsCalledLikeAnotherUsersAliasIsAUserOfHisOwn(String mode) {
        app = OwnApp.register(
                "\"name\": \"Aliases\"", pool -> pool.aliasAttributes(AliasAttributeType.PREFERRED_USERNAME));
        grace();
        Map<String, String> before = attributes("grace");
        JsonPath job = Jobs.imported(app, "?mode=" + mode, "username,name,enabled\namazing,Another,false\n");
        assertThat(Jobs.outcomes(app.token(), job.getString("id"))).containsExactly("1 amazing created");
        assertThat(app.users()).containsExactly("amazing disabled", "grace");
        assertThat(attributes("grace")).isEqualTo(before);
    }

    @Test
    void aUsernameIsTheUsersOwn() {
        app = OwnApp.register("\"name\": \"Aliases\"", pool -> pool.aliasAttributes(AliasAttributeType.EMAIL));
        grace();
        JsonPath job = Jobs.imported(app, "?mode=upsert", "username,name\ngrace,Grace\n");
        assertThat(Jobs.outcomes(app.token(), job.getString("id"))).containsExactly("1 grace updated");
        assertThat(attributes("grace")).containsEntry("name", "Grace");
    }

    /** There Cognito makes the usernames. */
    @Test
    void theAddressThatUsersSignInByIsTheirNameToo() {
        app = OwnApp.register(
                "\"name\": \"Addresses\"",
                pool -> pool.usernameAttributes(UsernameAttributeType.EMAIL)
                        .usernameConfiguration(names -> names.caseSensitive(false)));
        app.newUser("grace@example.com");
        JsonPath job = Jobs.imported(app, "?mode=upsert", "email,name\nGrace@example.com,Grace\n");
        assertThat(job.getInt("outcomes.updated")).isOne();
        assertThat(attributes("grace@example.com")).containsEntry("name", "Grace");
        assertThat(app.users()).hasSize(1);
    }

    private void grace() {
        app.newUser("grace");
        Cognito.sdk()
                .adminUpdateUserAttributes(r -> r.userPoolId(app.pool())
                        .username("grace")
                        .userAttributes(GRACE.entrySet().stream()
                                .map(attribute -> AttributeType.builder()
                                        .name(attribute.getKey())
                                        .value(attribute.getValue())
                                        .build())
                                .toList()));
        Cognito.sdk()
                .adminSetUserPassword(r -> r.userPoolId(app.pool())
                        .username("grace")
                        .password("Correct-Horse-42")
                        .permanent(true));
    }

    private Map<String, String> attributes(String username) {
        Map<String, String> attributes = new TreeMap<>();
        Cognito.sdk()
                .adminGetUser(r -> r.userPoolId(app.pool()).username(username))
                .userAttributes()
                .forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        return attributes;
    }
}
