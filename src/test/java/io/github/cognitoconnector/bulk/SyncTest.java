package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** Whom a sync takes away. */
@QuarkusTest
class SyncTest {

    private static final String STAFF = "\"name\": \"Sync\", \"allowedGroups\": [\"staff\", \"leads\"]";
    private static final String FILE = "username\nada\n";
    private static final String WRITES = "Admin(Create|Update|Disable|Enable|Delete|Add|Remove|Set).*";

    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void register() {
        app = staff();
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void disablesUsersOfTheAppWhomTheFileDoesNotName() {
        JsonPath job = Jobs.imported(app, "?mode=sync&maxDeletes=2", FILE);
        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getInt("total")).isEqualTo(3);
        assertThat(Jobs.outcomes(app.token(), job.getString("id")))
                .hasSize(3)
                .contains("1 ada unchanged")
                .anyMatch(row -> row.endsWith(" alan updated"))
                .anyMatch(row -> row.endsWith(" grace updated"));
        assertThat(app.users()).containsExactly("ada", "alan disabled", "grace disabled", "stranger");
    }

    @Test
    void deletesThemIfItIsTold() {
        JsonPath job = Jobs.imported(app, "?mode=sync&onMissing=delete&maxDeletes=2", FILE);
        assertThat(job.getInt("outcomes.deleted")).isEqualTo(2);
        assertThat(app.users()).containsExactly("ada", "stranger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "delete"})
    void changesNothingIfTheyAreMoreThanMayBe(String onMissing) {
        Cognito.reset();
        JsonPath job = Jobs.imported(
                app, "?mode=sync&maxDeletes=1&onMissing=" + onMissing, "username,name\nada,Ada\nnew,New\n");
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("problem.code")).isEqualTo("validation-failed");
        assertThat(job.getString("problem.errors[0].pointer")).isEqualTo("/maxDeletes");
        assertThat(job.getInt("done")).isZero();
        assertThat(Cognito.calls().keySet()).noneMatch(call -> call.matches(WRITES));
        assertThat(app.users()).containsExactly("ada", "alan", "grace", "stranger");

        String id = job.getString("id");
        app.newUser("ed", "staff");
        as(app.token()).post("/v1/jobs/" + id + "/retry").then().statusCode(200);
        assertThat(Jobs.ended(app.token(), id).getString("state"))
                .as("counted anew")
                .isEqualTo("FAILED");
    }

    @Test
    void aRetryGoesOnIfTheyAreFewerByThen() {
        String id = Jobs.imported(app, "?mode=sync&maxDeletes=1", FILE).getString("id");
        Cognito.sdk().adminDeleteUser(r -> r.userPoolId(app.pool()).username("alan"));
        as(app.token()).post("/v1/jobs/" + id + "/retry").then().statusCode(200);
        JsonPath job = Jobs.ended(app.token(), id);
        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getMap("")).doesNotContainKey("problem");
        assertThat(job.getInt("total")).isEqualTo(2);
        assertThat(app.users()).containsExactly("ada", "grace disabled", "stranger");
    }

    @Test
    void whoIsDisabledIsNotDisabledAgain() {
        Jobs.imported(app, "?mode=sync&maxDeletes=2", FILE);
        Cognito.reset();
        JsonPath job = Jobs.imported(app, "?mode=sync&maxDeletes=0", FILE);
        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getInt("total")).isOne();
        assertThat(Cognito.calls()).doesNotContainKey("AdminDisableUser");
    }

    @Test
    void namesAreTheSameWhateverTheirCase() {
        app.remove();
        app = OwnApp.register(
                "\"name\": \"Sync\"", pool -> pool.usernameConfiguration(names -> names.caseSensitive(false)));
        app.newUser("ada");
        app.newUser("grace");
        JsonPath job = Jobs.imported(app, "?mode=sync&maxDeletes=0", "username\nADA\ngrace\n");
        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getInt("total")).isEqualTo(2);
        assertThat(app.users()).containsExactly("ada", "grace");
    }

    @Test
    void aDryRunPredictsAndWritesNothing() {
        Cognito.reset();
        JsonPath job = Jobs.imported(app, "?mode=sync&onMissing=delete&maxDeletes=2&dryRun=true", FILE);
        assertThat(job.getInt("outcomes.deleted")).isEqualTo(2);
        assertThat(Cognito.calls().keySet()).noneMatch(call -> call.matches(WRITES));
        assertThat(app.users()).containsExactly("ada", "alan", "grace", "stranger");
        assertThat(Jobs.imported(app, "?mode=sync&maxDeletes=1&dryRun=true", FILE)
                        .getString("state"))
                .isEqualTo("FAILED");
    }

    @Test
    void allOfThePoolAreUsersOfAnAppThatLetsEverybodyIn() {
        app.remove();
        app = OwnApp.register();
        for (String user : new String[] {"ada", "grace", "stranger"}) {
            app.newUser(user);
        }
        Cognito.pages("{\"ListUsers\": 1}");
        assertThat(Jobs.imported(app, "?mode=sync&maxDeletes=2", FILE).getInt("total"))
                .isEqualTo(3);
        assertThat(app.users()).containsExactly("ada", "grace disabled", "stranger disabled");
    }

    @Test
    void whoSignsInByEmailIsNamedByIt() {
        app.remove();
        app = OwnApp.register(
                "\"name\": \"Sync\"",
                pool -> pool.usernameAttributes(UsernameAttributeType.EMAIL)
                        .usernameConfiguration(names -> names.caseSensitive(false)));
        for (String email : new String[] {"ada@example.com", "grace@example.com", "alan@example.com"}) {
            Cognito.sdk()
                    .adminCreateUser(r -> r.userPoolId(app.pool())
                            .username(email)
                            .messageAction(MessageActionType.SUPPRESS)
                            .userAttributes(AttributeType.builder()
                                    .name("email")
                                    .value(email)
                                    .build()));
        }
        JsonPath job = Jobs.imported(app, "?mode=sync&maxDeletes=1", "email\nada@example.com\nGrace@Example.com\n");
        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getInt("total")).isEqualTo(3);
        assertThat(Jobs.outcomes(app.token(), job.getString("id"))).last().isEqualTo("3 alan@example.com updated");
        assertThat(app.users())
                .hasSize(3)
                .filteredOn(user -> user.endsWith(" disabled"))
                .hasSize(1);
    }

    /** Somebody in one group, somebody in another, somebody in both, and somebody of another app of the pool. */
    private static OwnApp staff() {
        OwnApp app = OwnApp.register(STAFF, pool -> {});
        app.newGroup("staff");
        app.newGroup("leads");
        app.newUser("ada", "staff");
        app.newUser("grace", "leads");
        app.newUser("alan", "staff", "leads");
        app.newUser("stranger");
        return app;
    }
}
