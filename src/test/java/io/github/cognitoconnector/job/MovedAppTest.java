package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** A job is about the users of the pool that its app had when it was started. */
@QuarkusTest
class MovedAppTest {

    private static final String FILE = "username\nada\n";

    private OwnApp app = OwnApp.NONE;
    private String pool = "";

    @BeforeEach
    void register() {
        app = OwnApp.register();
        pool = Cognito.newPool(settings -> {});
        Cognito.sdk()
                .adminCreateUser(r -> r.userPoolId(pool).username("grace").messageAction(MessageActionType.SUPPRESS));
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "'', AdminCreateUser",
        "?mode=upsert, AdminCreateUser",
        "?mode=sync&maxDeletes=5, ListUsers",
        "?mode=sync&maxDeletes=5&onMissing=delete, AdminCreateUser"
    })
    void aJobDoesNothingInAnotherPool(String query, String begun) {
        String id = paused(query, begun);
        move(pool);
        JsonPath job = resumed(id);
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("problem.code")).isEqualTo("forbidden");
        assertThat(job.getString("problem.detail")).contains("another user pool");
        assertThat(job.getInt("done")).isZero();
        assertThat(Cognito.calls().keySet()).noneMatch(call -> call.matches("(Admin|List|Get|Describe).*"));
        assertThat(Cognito.sdk().listUsers(r -> r.userPoolId(pool)).users())
                .singleElement()
                .matches(user -> user.username().equals("grace") && user.enabled());
    }

    @Test
    void aJobThatFailedForThatCanBeTriedAgainWhenTheAppIsBack() {
        String id = paused("", "AdminCreateUser");
        move(pool);
        assertThat(resumed(id).getString("state")).isEqualTo("FAILED");
        move(app.pool());
        command(id, "retry");
        assertThat(Jobs.ended(Tokens.platform(), id).getInt("outcomes.created")).isOne();
        assertThat(app.users()).containsExactly("ada");
    }

    /** A job of the platform, which may do everything in every pool, at a call that does not succeed. */
    private String paused(String query, String begun) {
        Cognito.faults("[{\"operation\": \"" + begun + "\", \"error\": \"HTTP_500\"}]");
        String id = Jobs.started(Jobs.upload(Tokens.platform(), app.path(), query, Jobs.CSV, FILE));
        await().until(() -> Cognito.calls(begun) > 0);
        command(id, "pause");
        Jobs.rest(id);
        await().until(() -> Database.text(
                        "select replica is null from job where id = '%s'".formatted(id.substring(id.indexOf('.') + 1)))
                .equals("t"));
        Cognito.reset();
        return id;
    }

    private JsonPath resumed(String id) {
        command(id, "resume");
        return Jobs.ended(Tokens.platform(), id);
    }

    private void move(String to) {
        json(Tokens.platform(), "{\"userPoolId\": \"" + to + "\"}")
                .header("If-Match", "*")
                .patch(app.path())
                .then()
                .statusCode(200);
        Cognito.reset();
    }

    private static void command(String id, String command) {
        as(Tokens.platform()).post("/v1/jobs/" + id + "/" + command).then().statusCode(200);
    }
}
