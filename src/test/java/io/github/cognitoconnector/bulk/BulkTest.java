package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of operations that are sent together. */
@QuarkusTest
class BulkTest {

    private static final String READS = "(Admin)?(Get|List|Describe).*|JWKS";

    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void plant() {
        app = OwnApp.register();
        app.newGroup("staff");
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void eachOperationHasItsOutcome() {
        JsonPath job = done("", """
                {"op": "createUser", "user": "ada", "attributes": {"name": "Ada"}, "groups": ["staff"]},
                {"op": "createUser", "user": "ada", "attributes": {"name": "Ada"}, "groups": ["staff"]},
                {"op": "createUser", "user": "ada", "attributes": {"name": "Another"}},
                {"op": "updateUser", "user": "ada", "attributes": {"name": "Lovelace", "nickname": null}},
                {"op": "updateUser", "user": "ada", "attributes": {"name": "Lovelace"}},
                {"op": "updateUser", "user": "ada", "attributes": {"custom:none": "x"}},
                {"op": "disableUser", "user": "ada"},
                {"op": "disableUser", "user": "ada"},
                {"op": "enableUser", "user": "ada"},
                {"op": "enableUser", "user": "ada"},
                {"op": "signOutUser", "user": "ada"},
                {"op": "addUserToGroup", "user": "ada", "group": "staff"},
                {"op": "removeUserFromGroup", "user": "ada", "group": "staff"},
                {"op": "removeUserFromGroup", "user": "ada", "group": "staff"},
                {"op": "addUserToGroup", "user": "ada", "group": "staff"},
                {"op": "addUserToGroup", "user": "ada", "group": "nobodys"},
                {"op": "deleteUser", "user": "ada"},
                {"op": "deleteUser", "user": "ada"},
                {"op": "enableUser", "user": "ada"}""");
        assertThat(Jobs.outcomes(app.token(), job.getString("id")))
                .containsExactly(
                        "1 ada created",
                        "2 ada unchanged",
                        "3 ada rejected user-exists",
                        "4 ada updated",
                        "5 ada unchanged",
                        "6 ada rejected invalid-attribute",
                        "7 ada updated",
                        "8 ada unchanged",
                        "9 ada updated",
                        "10 ada unchanged",
                        "11 ada updated",
                        "12 ada unchanged",
                        "13 ada updated",
                        "14 ada unchanged",
                        "15 ada updated",
                        "16 ada rejected group-not-found",
                        "17 ada deleted",
                        "18 ada rejected user-not-found",
                        "19 ada rejected user-not-found");
        assertThat(job.getString("kind")).isEqualTo("BULK");
        assertThat(job.getMap("")).doesNotContainKey("mode");
        assertThat(job.getMap("outcomes"))
                .isEqualTo(Map.of("created", 1, "updated", 6, "unchanged", 6, "deleted", 1, "rejected", 5));
        assertThat(app.users()).isEmpty();
    }

    @Test
    void operationsOnOneUserFollowEachOther() {
        JsonPath job = done("", """
                {"op": "createUser", "user": "ada"},
                {"op": "createUser", "user": "grace"},
                {"op": "addUserToGroup", "user": "ada", "group": "staff"},
                {"op": "disableUser", "user": "ada"},
                {"op": "disableUser", "user": "grace"},
                {"op": "deleteUser", "user": "ada"}""");
        assertThat(job.getInt("outcomes.rejected")).isZero();
        assertThat(app.users()).containsExactly("grace disabled");
    }

    @Test
    void usersAreNamedAsInPaths() {
        app.newUser("ada");
        as(app.token()).get(app.path() + "/users/ada").then().statusCode(200);
        String sub = as(app.token()).get(app.path() + "/users/ada").path("sub");
        JsonPath job = done("", """
                {"op": "updateUser", "user": "username:ada", "attributes": {"email": "ada@example.com"}},
                {"op": "disableUser", "user": "sub:%s"}""".formatted(sub));
        assertThat(job.getInt("outcomes.updated")).isEqualTo(2);
        assertThat(Jobs.outcomes(
                        app.token(),
                        done("", "{\"op\": \"enableUser\", \"user\": \"email:ada@example.com\"}")
                                .getString("id")))
                .containsExactly("1 email:ada@example.com updated");
    }

    @Test
    void aPasswordThatWasMadeIsHandedOut() {
        String id = done("", "{\"op\": \"createUser\", \"user\": \"ada\"}").getString("id");
        JsonPath row = new JsonPath(
                as(app.token()).post("/v1/jobs/" + id + "/results/passwords").asString());
        assertThat(app.challenge("ada", row.getString("temporaryPassword"))).isEqualTo("NEW_PASSWORD_REQUIRED");
    }

    @Test
    void aDryRunPredictsAndWritesNothing() {
        app.newUser("ada");
        app.newUser("grace");
        Cognito.reset();
        JsonPath job = done("?dryRun=true", """
                {"op": "createUser", "user": "alan"},
                {"op": "createUser", "user": "joan", "groups": ["nobodys"]},
                {"op": "disableUser", "user": "ada"},
                {"op": "enableUser", "user": "grace"},
                {"op": "addUserToGroup", "user": "grace", "group": "staff"},
                {"op": "deleteUser", "user": "nobody"},
                {"op": "deleteUser", "user": "grace"}""");
        assertThat(job.getBoolean("dryRun")).isTrue();
        assertThat(Jobs.outcomes(app.token(), job.getString("id")))
                .containsExactly(
                        "1 alan created",
                        "2 joan rejected invalid-group",
                        "3 ada updated",
                        "4 grace unchanged",
                        "5 grace updated",
                        "6 nobody rejected user-not-found",
                        "7 grace deleted");
        assertThat(Cognito.calls().keySet()).allMatch(call -> call.matches(READS));
        assertThat(app.users()).containsExactly("ada", "grace");
    }

    @Test
    void aThousandOperationsAreTheMost() {
        String operation = "{\"op\": \"disableUser\", \"user\": \"nobody\"}";
        String id = Jobs.started(sent(app.token(), "", String.join(",", Collections.nCopies(1000, operation))));
        assertThat(Jobs.get(app.token(), id).getInt("total")).isEqualTo(1000);
        as(app.token()).post("/v1/jobs/" + id + "/cancel").then().statusCode(200);

        sent(app.token(), "", String.join(",", Collections.nCopies(1001, operation)))
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/operations")));
        sent(app.token(), "", "").then().spec(problem(422, "validation-failed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"op": "forgetUser", "user": "ada"}                          | 400 | invalid-request
                    {"op": "disableUser", "user": "ada", "reason": "x"}          | 400 | invalid-request
                    {"op": "disableUser", "user": 7}                             | 400 | invalid-request
                    "disableUser"                                                | 400 | invalid-request
                    null                                                         | 422 | validation-failed
                    {"user": "ada"}                                              | 422 | validation-failed
                    """)
    void refusesWhatIsNoOperation(String operation, int status, String code) {
        sent(app.token(), "", operation).then().spec(problem(status, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"op": "disableUser"}                                                      | user
                    {"op": "disableUser", "user": ""}                                          | user
                    {"op": "addUserToGroup", "user": "ada"}                                    | group
                    {"op": "updateUser", "user": "ada"}                                        | attributes
                    {"op": "disableUser", "user": "ada", "group": "staff"}                     | group
                    {"op": "disableUser", "user": "ada", "attributes": {}}                     | attributes
                    {"op": "updateUser", "user": "ada", "attributes": {}, "groups": []}        | groups
                    {"op": "updateUser", "user": "ada", "attributes": {}, "temporaryPassword": "Correct-Horse-42"} | temporaryPassword
                    {"op": "deleteUser", "user": "ada", "messageAction": "SEND"}               | messageAction
                    {"op": "enableUser", "user": "ada", "deliveryMediums": ["EMAIL"]}          | deliveryMediums
                    """)
    void membersGoWithTheirOperations(String operation, String member) {
        sent(app.token(), "", "{\"op\": \"disableUser\", \"user\": \"grace\"}, " + operation)
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/operations/1/" + member)));
        assertThat(as(app.token()).get(app.path() + "/jobs").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        sent(app.token(), "", "{\"op\": \"disableUser\"}, {\"op\": \"addUserToGroup\"}")
                .then()
                .spec(problem(422, "validation-failed"))
                .body(
                        "errors.pointer",
                        equalTo(List.of("/operations/0/user", "/operations/1/user", "/operations/1/group")));
    }

    @Test
    void membershipsNeedThePermissionForGroups() {
        String limited = app.token("users.write", "jobs.write", "jobs.read");
        app.newUser("ada");
        String disable = "{\"op\": \"disableUser\", \"user\": \"ada\"}";
        for (String op : List.of("addUserToGroup", "removeUserFromGroup")) {
            sent(limited, "", disable + ", {\"op\": \"" + op + "\", \"user\": \"ada\", \"group\": \"staff\"}")
                    .then()
                    .spec(problem(403, "forbidden"))
                    .body("detail", containsString("groups.write"));
        }
        assertThat(app.users()).containsExactly("ada");
        String id = Jobs.started(sent(limited, "", disable));
        assertThat(Jobs.ended(limited, id).getInt("outcomes.updated")).isOne();
    }

    @Test
    void needsBothPermissions() {
        String operation = "{\"op\": \"disableUser\", \"user\": \"ada\"}";
        sent(app.token("users.write"), "", operation).then().spec(problem(403, "forbidden"));
        sent(app.token("jobs.write"), "", operation).then().spec(problem(403, "forbidden"));
        sent("none", "", operation).then().spec(problem(401, "unauthenticated"));
        sent(Tokens.other(), "", operation).then().spec(problem(404, "app-not-found"));
    }

    @Test
    void answersWhereTheJobIs() {
        sent(app.token(), "", "{\"op\": \"disableUser\", \"user\": \"nobody\"}")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/v1/jobs/" + app.id() + "."))
                .body("kind", equalTo("BULK"))
                .body("createdBy", equalTo(app.web().clientId()));
    }

    private JsonPath done(String query, String operations) {
        return Jobs.ended(app.token(), Jobs.started(sent(app.token(), query, operations)));
    }

    private Response sent(String token, String query, String operations) {
        return json(token, "{\"operations\": [" + operations + "]}").post(app.path() + "/bulk" + query);
    }
}
