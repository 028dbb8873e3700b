package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of a pool of its own, so that the number of users is known. */
@QuarkusTest
class UserListTest {

    private static final int USERS = 23;

    private String list = "";

    @BeforeEach
    void fillAPool() {
        String pool = Cognito.newPool(r -> {});
        String app = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["client"]}""".formatted(app, pool))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        list = "/v1/apps/" + app + "/users";
        for (int i = 0; i < USERS; i++) {
            String name = "user-" + i;
            Cognito.sdk().adminCreateUser(r -> r.userPoolId(pool).username(name));
        }
        Cognito.reset();
    }

    @AfterEach
    void reset() {
        Cognito.reset();
    }

    @Test
    void everyPageButTheLastIsFullHoweverShortCognitosAre() {
        Cognito.pages("{\"ListUsers\": 3}");
        List<Integer> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String next = list + "?limit=10";
        while (next != null) {
            Response page = as(Tokens.platform()).get(next);
            page.then().statusCode(200);
            names.addAll(page.path("items.username"));
            sizes.add(page.<List<?>>path("items").size());
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(next == null).isEqualTo(page.path("nextCursor") == null);
        }
        assertThat(sizes).containsExactly(10, 10, 3);
        assertThat(names).doesNotHaveDuplicates().hasSize(USERS);
    }

    @Test
    void aFullPageOfCognitosIsOneCall() {
        as(Tokens.platform()).get(list).then().statusCode(200).body("items.size()", equalTo(USERS));
        assertThat(Cognito.calls("ListUsers")).isEqualTo(1);
    }

    @Test
    void filtersAsCognitoDoes() {
        as(Tokens.platform())
                .get(list + "?filter=" + encoded("username = \"user-7\""))
                .then()
                .statusCode(200)
                .body("items.username", equalTo(List.of("user-7")));
        as(Tokens.platform())
                .get(list + "?filter=" + encoded("username ^= \"user-1\""))
                .then()
                .body("items.size()", equalTo(11));
        as(Tokens.platform())
                .get(list + "?filter=" + encoded("status = \"Disabled\""))
                .then()
                .body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "custom:plan = \"gold\"",
                "email = ada",
                "email = \"a\" and name = \"b\"",
                "email = \"a\\\"b\"",
                "email > \"a\"",
                "status = \"enabled\"",
                "nonsense"
            })
    void refusesWhatCognitoCannotSearch(String filter) {
        as(Tokens.platform()).get(list + "?filter=" + encoded(filter)).then().spec(problem(400, "invalid-filter"));
        assertThat(Cognito.calls("ListUsers")).isZero();
    }

    @Test
    void aCursorBelongsToItsListAndQuery() {
        String cursor = as(Tokens.platform()).get(list + "?limit=2").path("nextCursor");
        as(Tokens.platform()).get(list + "?limit=5&cursor=" + cursor).then().statusCode(200);
        String changed = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String misuse : List.of(
                list + "?cursor=" + changed,
                list + "?cursor=" + cursor + "&filter=" + encoded("username ^= \"user\""),
                "/v1/apps/demo/users?cursor=" + cursor,
                "/v1/apps?cursor=" + cursor,
                list + "?cursor=%F0%9F%98%80")) {
            as(Tokens.platform()).get(misuse).then().spec(problem(400, "invalid-cursor"));
        }
    }

    @Test
    void aCursorBelongsToTheValueThatIsSearchedFor() {
        String query = list + "?limit=2&filter=";
        String cursor = as(Tokens.platform())
                .get(query + encoded("username ^= \"user-1\""))
                .path("nextCursor");
        as(Tokens.platform())
                .get(query + encoded("username ^= \"user-1\"") + "&cursor=" + cursor)
                .then()
                .statusCode(200);
        as(Tokens.platform())
                .get(query + encoded("username ^= \"user-2\"") + "&cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "limit=1.5", "limit=1&limit=2", "offset=1"})
    void refusesParametersThatAreNotWellFormed(String query) {
        as(Tokens.platform()).get(list + "?" + query).then().spec(problem(400, "invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 61, -1, 99999999999L})
    void limitsTheLimit(long limit) {
        as(Tokens.platform()).get(list + "?limit=" + limit).then().spec(problem(422, "validation-failed"));
    }

    @Test
    void needsTokenPermissionAndApp() {
        given().get(list).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.write")).get("/v1/apps/demo/users").then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(list).then().spec(problem(404, "app-not-found"));
    }

    @Test
    void anUpstreamFailureIsAProblem() {
        Cognito.faults("[{\"operation\": \"ListUsers\", \"error\": \"BLACKHOLE\"}]");
        as(Tokens.platform()).get(list).then().spec(problem(504, "upstream-timeout"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
