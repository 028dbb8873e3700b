package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of which Cognito does not tell what it has done: each ends once, as what it was. */
@QuarkusTest
class LostAnswerTest {

    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void register() {
        app = OwnApp.register();
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @ParameterizedTest
    @CsvSource({"RESET, 1", "RESET, 9", "HTTP_500, 1", "HTTP_500, 9", "TRUNCATED, 4", "BLACKHOLE, 2"})
    void aUserWhoWasCreatedUnheardIsCreatedOnceWithAPasswordThatWorks(String error, int times) {
        app.newGroup("staff");
        faults("AdminCreateUser", error, true, times);
        JsonPath job = Jobs.imported(app, "", "username,email,groups,enabled\nada,ada@example.com,staff,\n");
        String id = job.getString("id");

        assertThat(Jobs.outcomes(app.token(), id)).containsExactly("1 ada created");
        assertThat(app.users()).containsExactly("ada");
        assertThat(app.groups("ada")).containsExactly("staff");
        JsonPath row = new JsonPath(
                as(app.token()).post("/v1/jobs/" + id + "/results/passwords").asString());
        assertThat(app.challenge("ada", row.getString("temporaryPassword"))).isEqualTo("NEW_PASSWORD_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"HTTP_500, 9", "RESET, 2", "TooManyRequestsException, 9"})
    void aUserHasAllOfHisGroupsInTheEnd(String error, int times) {
        for (String group : List.of("one", "two", "three")) {
            app.newGroup(group);
        }
        faults("AdminAddUserToGroup", error, false, times);
        JsonPath job = Jobs.imported(app, "", "username,groups,enabled\nada,one two three,false\n");
        assertThat(Jobs.outcomes(app.token(), job.getString("id"))).containsExactly("1 ada created");
        assertThat(app.users()).containsExactly("ada disabled");
        assertThat(app.groups("ada")).containsExactly("one", "three", "two");
    }

    @ParameterizedTest
    @CsvSource({
        "AdminDeleteUser, deleteUser, deleted",
        "AdminDisableUser, disableUser, updated",
        "AdminUserGlobalSignOut, signOutUser, updated"
    })
    void whatWasDoneUnheardCountsAsDone(String call, String operation, String outcome) {
        app.newUser("ada");
        faults(call, "HTTP_500", true, 9);
        String id =
                Jobs.started(json(app.token(), "{\"operations\": [{\"op\": \"" + operation + "\", \"user\": \"ada\"}]}")
                        .post(app.path() + "/bulk"));
        Jobs.ended(app.token(), id);
        assertThat(Jobs.outcomes(app.token(), id)).containsExactly("1 ada " + outcome);
    }

    @Test
    void whoWasThereBeforeIsNotTakenForCreated() {
        app.newUser("ada");
        faults("AdminCreateUser", "RESET", false, 2);
        JsonPath job = Jobs.imported(app, "", "username,name\nada,Another\n");
        assertThat(Jobs.outcomes(app.token(), job.getString("id"))).containsExactly("1 ada rejected user-exists");
    }

    private static void faults(String operation, String error, boolean afterEffect, int times) {
        Cognito.faults("[{\"operation\": \"%s\", \"error\": \"%s\", \"afterEffect\": %s, \"times\": %d}]"
                .formatted(operation, error, afterEffect, times));
    }
}
