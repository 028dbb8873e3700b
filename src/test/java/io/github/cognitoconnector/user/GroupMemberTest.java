package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class GroupMemberTest {

    private static final String DEMO_GROUP = DEMO + "/groups/demo/users";

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void listsWholeUsers() {
        as(Tokens.demo())
                .get(DEMO_GROUP)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.username", hasItem("ada"))
                .body("items.find { it.username == 'ada' }.status", equalTo("CONFIRMED"))
                .body("items.find { it.username == 'ada' }.attributes.email", equalTo("ada@example.com"));
    }

    @Test
    void listsAllOfThemInFullPagesWhateverCognitoDoes() {
        String group = newGroup();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String user = newUser();
            members.add(user);
            as(Tokens.demo())
                    .put(DEMO + "/users/" + user + "/groups/" + group)
                    .then()
                    .statusCode(204);
        }
        Cognito.pages("{\"ListUsersInGroup\": 1}");
        String list = DEMO + "/groups/" + group + "/users?limit=2";
        List<String> found = new ArrayList<>();
        String cursor = "";
        for (int size : new int[] {2, 2, 1}) {
            JsonPath page = as(Tokens.demo()).get(list + cursor).jsonPath();
            assertThat(page.getList("items")).hasSize(size);
            found.addAll(page.getList("items.username"));
            cursor = "&cursor=" + page.getString("nextCursor");
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(members);
        assertThat(cursor).isEqualTo("&cursor=null");
    }

    @Test
    void aCursorFitsItsOwnGroupAlone() {
        String group = newGroup();
        for (int i = 0; i < 2; i++) {
            as(Tokens.demo())
                    .put(DEMO + "/users/" + newUser() + "/groups/" + group)
                    .then()
                    .statusCode(204);
        }
        String list = DEMO + "/groups/" + group + "/users?limit=1";
        String cursor = as(Tokens.demo()).get(list).path("nextCursor");
        as(Tokens.demo()).get(list + "&cursor=" + cursor).then().statusCode(200);
        as(Tokens.demo()).get(DEMO_GROUP + "?cursor=" + cursor).then().spec(problem(400, "invalid-cursor"));
        as(Tokens.demo()).get(list + "&cursor=x").then().spec(problem(400, "invalid-cursor"));
        as(Tokens.demo()).get(DEMO_GROUP + "?limit=61").then().spec(problem(422, "validation-failed"));
    }

    @Test
    void needsBothPermissions() {
        given().get(DEMO_GROUP).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("groups.read")).get(DEMO_GROUP).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("users.read")).get(DEMO_GROUP).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("groups.read", "users.read"))
                .get(DEMO_GROUP)
                .then()
                .statusCode(200);
        as(Tokens.other()).get(DEMO_GROUP).then().spec(problem(404, "app-not-found"));
        as(Tokens.demo()).get(DEMO + "/groups/none/users").then().spec(problem(404, "group-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 429, throttled",
        "RESET, 503, upstream-unavailable",
        "AccessDeniedException, 502, credentials-rejected"
    })
    void anUpstreamFailureIsAProblem(String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"ListUsersInGroup\", \"error\": \"%s\"}]".formatted(error));
        as(Tokens.demo()).get(DEMO_GROUP).then().spec(problem(status, code));
    }
}
