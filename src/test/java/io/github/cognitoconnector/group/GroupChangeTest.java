package io.github.cognitoconnector.group;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GroupChangeTest {

    private static final String GROUPS = DEMO + "/groups/";
    private static final String ROLE = "arn:aws:iam::123456789012:role/editors";

    @BeforeEach
    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void changesWhatIsNamedAndNothingElse(String mediaType) {
        String group = defined();
        String before = as(Tokens.demo()).get(GROUPS + group).header("ETag");
        String etag = as(Tokens.demo())
                .contentType(mediaType)
                .body("{\"precedence\": 0}")
                .patch(GROUPS + group)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .body("name", equalTo(group))
                .body("description", equalTo("Editors"))
                .body("precedence", equalTo(0))
                .body("roleArn", equalTo(ROLE))
                .extract()
                .header("ETag");
        as(Tokens.demo())
                .get(GROUPS + group)
                .then()
                .header("ETag", etag)
                .body("description", equalTo("Editors"))
                .body("roleArn", equalTo(ROLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"description\": null}", "{\"description\": \"\"}"})
    void takesTheDescriptionAway(String patch) {
        String group = defined();
        json(Tokens.demo(), patch)
                .patch(GROUPS + group)
                .then()
                .statusCode(200)
                .body("description", nullValue())
                .body("precedence", equalTo(3))
                .body("roleArn", equalTo(ROLE));
        as(Tokens.demo()).get(GROUPS + group).then().body("description", nullValue());
    }

    /** Cognito's UpdateGroup cannot say that something is to go, and the embedded one keeps it. */
    @ParameterizedTest
    @ValueSource(strings = {"precedence", "roleArn"})
    void saysWhereCognitoKeepsWhatWasToGo(String member) {
        String group = defined();
        String etag = as(Tokens.demo()).get(GROUPS + group).header("ETag");
        json(Tokens.demo(), "{\"description\": \"Other\", \"" + member + "\": null}")
                .patch(GROUPS + group)
                .then()
                .spec(problem(409, "unsupported-state"));
        as(Tokens.demo()).get(GROUPS + group).then().header("ETag", etag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"description\": \"Editors\"}", "{\"precedence\": 3}", "{\"name\": \"%s\"}"})
    void writesNothingWhereNothingChanges(String patch) {
        String group = defined();
        json(Tokens.demo(), patch.formatted(group)).patch(GROUPS + group).then().statusCode(200);
        assertThat(Cognito.calls("UpdateGroup")).isZero();
        String plain = newGroup();
        json(Tokens.demo(), "{\"description\": null, \"precedence\": null, \"roleArn\": null}")
                .patch(GROUPS + plain)
                .then()
                .statusCode(200);
        assertThat(Cognito.calls("UpdateGroup")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name": "other"}                           | 422 | validation-failed | /name
                    {"name": null}                              | 422 | validation-failed | /name
                    {"precedence": -1}                          | 422 | validation-failed | /precedence
                    {"precedence": 1.5}                         | 400 | invalid-request   | /precedence
                    {"precedence": "1"}                         | 400 | invalid-request   | /precedence
                    {"roleArn": "not-an-arn-but-long-enough"}   | 422 | validation-failed | /roleArn
                    {"createdAt": "2026-11-20T12:00:00Z"}       | 400 | invalid-request   | /createdAt
                    {"nonsense": null}                          | 400 | invalid-request   | /nonsense
                    """)
    void refusesWhatIsNoChange(String patch, int status, String code, String pointer) {
        json(Tokens.demo(), patch)
                .patch(GROUPS + defined())
                .then()
                .spec(problem(status, code))
                .body("errors.pointer", hasItem(pointer));
        assertThat(Cognito.calls("UpdateGroup")).isZero();
    }

    @Test
    void changesAndDeletesWhatTheCallerHasSeen() {
        String group = GROUPS + defined();
        String seen = as(Tokens.demo()).get(group).header("ETag");
        String now = json(Tokens.demo(), "{\"precedence\": 4}")
                .header("If-Match", seen)
                .patch(group)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        json(Tokens.demo(), "{\"precedence\": 5}")
                .header("If-Match", seen)
                .patch(group)
                .then()
                .spec(problem(412, "stale"));
        as(Tokens.demo()).header("If-Match", seen).delete(group).then().spec(problem(412, "stale"));
        as(Tokens.demo()).header("If-Match", now).delete(group).then().statusCode(204);
        as(Tokens.demo()).get(group).then().spec(problem(404, "group-not-found"));
        as(Tokens.demo()).delete(group).then().spec(problem(404, "group-not-found"));
        json(Tokens.demo(), "{}").patch(group).then().spec(problem(404, "group-not-found"));
    }

    @Test
    void deletesAGroupWithMembersByForceAlone() {
        String group = newGroup();
        String user = newUser();
        as(Tokens.demo())
                .put(DEMO + "/users/" + user + "/groups/" + group)
                .then()
                .statusCode(204);
        as(Tokens.demo()).delete(GROUPS + group).then().spec(problem(409, "group-not-empty"));
        as(Tokens.demo()).delete(GROUPS + group + "?force=maybe").then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).delete(GROUPS + group + "?force=true").then().statusCode(204);
        as(Tokens.demo()).get(DEMO + "/users/" + user + "/groups").then().body("items.name", not(hasItem(group)));
    }

    @Test
    void namesThatNeedEncodingWorkInPaths() {
        String name = unique("g/ü😀%-");
        json(Tokens.demo(), "{\"name\": \"" + name + "\"}")
                .post(DEMO + "/groups")
                .then()
                .statusCode(201);
        String path = GROUPS + RawHttp.encoded(name);
        json(Tokens.demo(), "{\"precedence\": 7}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
        as(Tokens.demo()).get(path + "/users").then().statusCode(200).body("items", equalTo(List.of()));
        as(Tokens.demo()).delete(path).then().statusCode(204);
        json(Tokens.demo(), "{}").patch(GROUPS + "a%20b").then().spec(problem(400, "invalid-path"));
        as(Tokens.demo()).delete(GROUPS + "a%20b").then().spec(problem(400, "invalid-path"));
        as(Tokens.demo()).get(GROUPS + "a%20b/users").then().spec(problem(400, "invalid-path"));
    }

    /** What was remembered of a group goes with it. */
    @Test
    void aDeletedGroupIsForgotten() {
        String group = newGroup();
        String body = "{\"username\": \"%s\", \"groups\": [\"" + group + "\"]}";
        json(Tokens.demo(), body.formatted(unique("user-")))
                .post(DEMO + "/users")
                .then()
                .statusCode(201);
        as(Tokens.demo()).delete(GROUPS + group + "?force=true").then().statusCode(204);
        json(Tokens.demo(), body.formatted(unique("user-")))
                .post(DEMO + "/users")
                .then()
                .spec(problem(422, "invalid-group"));
    }

    @Test
    void aDryRunPlansAndWritesNothing() {
        String group = defined();
        json(Tokens.demo(), "{\"precedence\": 9}")
                .patch(GROUPS + group + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("plan", equalTo(List.of(Map.of("operation", "UpdateGroup", "group", group))));
        json(Tokens.demo(), "{\"precedence\": 3}")
                .patch(GROUPS + group + "?dryRun=true")
                .then()
                .body("plan", equalTo(List.of()));
        as(Tokens.demo())
                .delete(GROUPS + group + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("plan", equalTo(List.of(Map.of("operation", "DeleteGroup", "group", group))));
        as(Tokens.demo()).delete(GROUPS + "none?force=true&dryRun=true").then().spec(problem(404, "group-not-found"));
        assertThat(Cognito.calls("UpdateGroup") + Cognito.calls("DeleteGroup")).isZero();
        as(Tokens.demo()).get(GROUPS + group).then().body("precedence", equalTo(3));
    }

    /** The reply is lost, and the SDK asks again. */
    @Test
    void aDeletionWhoseAnswerIsLostIsOne() {
        String group = newGroup();
        Cognito.faults(
                "[{\"operation\": \"DeleteGroup\", \"error\": \"HTTP_500\", \"afterEffect\": true, \"times\": 1}]");
        as(Tokens.demo()).delete(GROUPS + group).then().statusCode(204);
    }

    @Test
    void everyOperationNeedsTokenPermissionAndApp() {
        String group = GROUPS + "demo";
        given().contentType("application/json").body("{}").patch(group).then().spec(problem(401, "unauthenticated"));
        given().delete(group).then().spec(problem(401, "unauthenticated"));
        json(Tokens.withScopes("groups.read"), "{}").patch(group).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("groups.read")).delete(group).then().spec(problem(403, "forbidden"));
        json(Tokens.other(), "{}").patch(group).then().spec(problem(404, "app-not-found"));
        as(Tokens.other()).delete(group).then().spec(problem(404, "app-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 429, throttled",
        "RESET, 503, upstream-unavailable",
        "AccessDeniedException, 502, credentials-rejected"
    })
    void anUpstreamFailureIsAProblem(String error, int status, String code) {
        String group = defined();
        Cognito.faults("""
                [{"operation": "UpdateGroup", "error": "%s"}, {"operation": "DeleteGroup", "error": "%s"},
                 {"operation": "ListUsersInGroup", "error": "%s"}]""".formatted(error, error, error));
        json(Tokens.demo(), "{\"precedence\": 9}").patch(GROUPS + group).then().spec(problem(status, code));
        as(Tokens.demo()).delete(GROUPS + group).then().spec(problem(status, code));
        as(Tokens.demo()).delete(GROUPS + group + "?force=true").then().spec(problem(status, code));
    }

    private static String defined() {
        String name = unique("group-");
        json(Tokens.demo(), """
                        {"name": "%s", "description": "Editors", "precedence": 3, "roleArn": "%s"}""".formatted(name, ROLE))
                .post(DEMO + "/groups")
                .then()
                .statusCode(201);
        return name;
    }
}
