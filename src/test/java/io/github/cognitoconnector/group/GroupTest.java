package io.github.cognitoconnector.group;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class GroupTest {

    private static final String GROUPS = DEMO + "/groups";

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void createsAGroup() {
        String name = unique("g/😀-");
        String location = json(Tokens.demo(), """
                        {"name": "%s", "description": "Editors", "precedence": 3,
                         "roleArn": "arn:aws:iam::123456789012:role/editors"}""".formatted(name))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .body("name", equalTo(name))
                .extract()
                .header("Location");
        as(Tokens.demo())
                .get(location)
                .then()
                .statusCode(200)
                .body("description", equalTo("Editors"))
                .body("precedence", equalTo(3))
                .body("roleArn", endsWith("role/editors"));
        json(Tokens.demo(), "{\"name\": \"" + name + "\"}").post(GROUPS).then().spec(problem(409, "group-exists"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | /name",
                "{\"name\": \"\"} | 422 | /name",
                "{\"name\": \"a b\"} | 422 | /name",
                "{\"name\": \".\"} | 422 | /name",
                "{\"name\": \"..\"} | 422 | /name",
                "{\"name\": \"a\", \"precedence\": -1} | 422 | /precedence",
                "{\"name\": \"a\", \"precedence\": 2147483648} | 400 | /precedence",
                "{\"name\": \"a\", \"precedence\": 1.5} | 400 | /precedence",
                "{\"name\": \"a\", \"precedence\": \"1\"} | 400 | /precedence",
                "{\"name\": \"a\", \"roleArn\": \"not-an-arn-but-long-enough\"} | 422 | /roleArn",
                "{\"name\": \"a\", \"nonsense\": 1} | 400 | /nonsense"
            })
    void refusesWhatIsNoGroup(String body, int status, String pointer) {
        json(Tokens.demo(), body)
                .post(GROUPS)
                .then()
                .spec(problem(status, status == 400 ? "invalid-request" : "validation-failed"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void listsTheGroupsOfThePoolInPages() {
        String group = newGroup();
        String cursor = as(Tokens.demo()).get(GROUPS + "?limit=1").path("nextCursor");
        as(Tokens.demo()).get(GROUPS + "?limit=1&cursor=" + cursor).then().statusCode(200);
        as(Tokens.demo()).get(GROUPS + "?limit=60").then().body("items.name", hasItems("demo", "demo-admins", group));
        as(Tokens.demo()).get(DEMO + "/users?cursor=" + cursor).then().spec(problem(400, "invalid-cursor"));
    }

    @Test
    void putsAUserInAndOutRepeatably() {
        String user = DEMO + "/users/" + newUser();
        String group = newGroup();
        for (int i = 0; i < 2; i++) {
            as(Tokens.demo()).put(user + "/groups/" + group).then().statusCode(204);
        }
        as(Tokens.demo()).get(user + "/groups").then().statusCode(200).body("items.name", equalTo(List.of(group)));
        for (int i = 0; i < 2; i++) {
            as(Tokens.demo()).delete(user + "/groups/" + group).then().statusCode(204);
        }
        as(Tokens.demo()).get(user + "/groups").then().body("items.name", not(hasItem(group)));
    }

    @Test
    void membershipNeedsBothSides() {
        String user = DEMO + "/users/" + newUser();
        as(Tokens.demo()).put(user + "/groups/none").then().spec(problem(404, "group-not-found"));
        as(Tokens.demo()).delete(user + "/groups/none").then().spec(problem(404, "group-not-found"));
        as(Tokens.demo()).put(DEMO + "/users/nobody/groups/demo").then().spec(problem(404, "user-not-found"));
        as(Tokens.demo()).delete(DEMO + "/users/nobody/groups/demo").then().spec(problem(404, "user-not-found"));
        as(Tokens.demo()).get(DEMO + "/users/nobody/groups").then().spec(problem(404, "user-not-found"));
        as(Tokens.demo()).put(user + "/groups/a%20b").then().spec(problem(400, "invalid-path"));
        as(Tokens.demo()).get(GROUPS + "/none").then().spec(problem(404, "group-not-found"));
        as(Tokens.demo()).get(GROUPS + "/a%20b").then().spec(problem(400, "invalid-path"));
    }

    @Test
    void membershipIsAGroupPermission() {
        String membership = DEMO + "/users/ada/groups/demo";
        as(Tokens.withScopes("users.write")).put(membership).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("groups.read")).delete(membership).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("groups.write")).put(membership).then().statusCode(204);
    }

    @Test
    void everyOperationNeedsTokenPermissionAndApp() {
        given().get(GROUPS).then().spec(problem(401, "unauthenticated"));
        given().contentType(ContentType.JSON).body("{}").post(GROUPS).then().spec(problem(401, "unauthenticated"));
        given().put(DEMO + "/users/ada/groups/demo").then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.read")).get(GROUPS).then().spec(problem(403, "forbidden"));
        json(Tokens.withScopes("groups.read"), "{}").post(GROUPS).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(GROUPS).then().spec(problem(404, "app-not-found"));
        json(Tokens.other(), "{}").post(GROUPS).then().spec(problem(404, "app-not-found"));
        as(Tokens.other()).put(DEMO + "/users/ada/groups/demo").then().spec(problem(404, "app-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "ListGroups, TooManyRequestsException, 429, throttled",
        "ListGroups, RESET, 503, upstream-unavailable",
        "ListGroups, BLACKHOLE, 504, upstream-timeout",
        "ListGroups, AccessDeniedException, 502, credentials-rejected"
    })
    void anUpstreamFailureIsAProblem(String operation, String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"%s\", \"error\": \"%s\"}]".formatted(operation, error));
        as(Tokens.demo()).get(GROUPS).then().spec(problem(status, code));
    }
}
