package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserTest {

    private static final String USERS = DEMO + "/users/";

    @Test
    void findsAUserByEveryNameHeHas() {
        String name = unique("user-");
        String email = name + "@example.com";
        String sub = json(
                        Tokens.demo(),
                        "{\"username\": \"" + name + "\", \"attributes\": {\"email\": \"" + email
                                + "\", \"phone_number\": \"+4930901820\"}}")
                .post(DEMO + "/users")
                .path("sub");
        for (String reference : new String[] {name, sub, "username:" + name, "sub:" + sub, "email:" + email}) {
            as(Tokens.demo())
                    .get(USERS + reference)
                    .then()
                    .statusCode(200)
                    .body("username", equalTo(name))
                    .body("sub", equalTo(sub));
        }
        as(Tokens.demo()).get(USERS + "username:" + sub).then().spec(problem(404, "user-not-found"));
        as(Tokens.demo()).get(USERS + "email:" + name).then().spec(problem(404, "user-not-found"));
    }

    @Test
    void severalUsersOfOneAddressAreAmbiguous() {
        String email = unique("shared-") + "@example.com";
        for (int i = 0; i < 2; i++) {
            json(
                            Tokens.demo(),
                            "{\"username\": \"" + unique("user-") + "\", \"attributes\": {\"email\": \"" + email
                                    + "\"}}")
                    .post(DEMO + "/users")
                    .then()
                    .statusCode(201);
        }
        as(Tokens.demo()).get(USERS + "email:" + email).then().spec(problem(409, "ambiguous-user"));
        as(Tokens.demo()).post(USERS + "email:" + email + "/disable").then().spec(problem(409, "ambiguous-user"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b", "a/b", "a+b", "a%b", "a%2Fb", "a;b", "a?b=c", "a#b", "a&b", "ä-ö", "日本", "😀", "a@b.c", "a:b",
                "a,b", "a'b", "a\\b", "~", "*", "a\"b", "{a}", "..."
            })
    void everyCharacterOfANameWorksInAPath(String tail) {
        String name = unique("n") + tail;
        String body = "{\"username\": \"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        String location = json(Tokens.demo(), body)
                .post(DEMO + "/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(Tokens.demo()).get(location).then().statusCode(200).body("username", equalTo(name));
        as(Tokens.demo()).get(USERS + encoded(name)).then().statusCode(200).body("username", equalTo(name));
        as(Tokens.demo()).delete(USERS + encoded(name) + "?force=true").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "email:x", "username:"})
    void namesThatMeanSomethingElseInAPathAreNamedByTheirKind(String name) {
        String location = json(Tokens.demo(), "{\"username\": \"" + name + "\"}")
                .post(DEMO + "/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(Tokens.demo()).get(location).then().statusCode(200).body("username", equalTo(name));
        as(Tokens.demo()).delete(location + "?force=true").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "a%20b, 400, invalid-path",
        "%00, 400, invalid-path",
        "%ff, 400, invalid-path",
        "a;b, 400, invalid-path",
        "%2E%2E, 400, invalid-path",
        "email:%22, 400, invalid-path",
        "email:, 400, invalid-path",
        "nobody, 404, user-not-found"
    })
    void refusesNamesOfNobody(String name, int status, String code) {
        as(Tokens.demo()).get(USERS + name).then().spec(problem(status, code));
        as(Tokens.demo()).post(USERS + name + "/enable").then().spec(problem(status, code));
        as(Tokens.demo()).delete(USERS + name + "?force=true").then().spec(problem(status, code));
    }

    @Test
    void refusesANameOfOneCharacterTooMany() {
        as(Tokens.demo()).get(USERS + "a".repeat(128)).then().spec(problem(404, "user-not-found"));
        as(Tokens.demo()).get(USERS + "a".repeat(129)).then().spec(problem(400, "invalid-path"));
    }

    @Test
    void disablesAndEnables() {
        String user = USERS + newUser();
        for (int i = 0; i < 2; i++) {
            as(Tokens.demo()).post(user + "/disable").then().statusCode(204);
            as(Tokens.demo()).get(user).then().body("enabled", equalTo(false));
        }
        for (int i = 0; i < 2; i++) {
            as(Tokens.demo()).post(user + "/enable").then().statusCode(204);
            as(Tokens.demo()).get(user).then().body("enabled", equalTo(true));
        }
    }

    @Test
    void deletesWhatTheCallerHasSeen() {
        String user = USERS + newUser();
        String etag = as(Tokens.demo()).get(user).header("ETag");
        as(Tokens.demo()).delete(user).then().spec(problem(428, "precondition-required"));
        as(Tokens.demo()).post(user + "/disable").then().statusCode(204);
        as(Tokens.demo()).header("If-Match", etag).delete(user).then().spec(problem(412, "stale"));
        as(Tokens.demo()).post(user + "/enable").then().statusCode(204);
        as(Tokens.demo()).header("If-Match", etag).delete(user).then().statusCode(204);
        as(Tokens.demo()).header("If-Match", etag).delete(user).then().spec(problem(404, "user-not-found"));
    }

    @Test
    void deletesByForceAlone() {
        String user = USERS + newUser();
        as(Tokens.demo()).delete(user + "?force=maybe").then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).delete(user + "?force=false").then().spec(problem(428, "precondition-required"));
        as(Tokens.demo()).delete(user + "?force=true").then().statusCode(204);
    }

    @Test
    void refusesUnknownQueryParameters() {
        as(Tokens.demo()).delete(USERS + "ada?force=true&dryrun=true").then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).delete(USERS + "ada?force=true&force=false").then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).get(USERS + "ada").then().statusCode(200);
    }

    @Test
    void everyOperationNeedsTokenPermissionAndApp() {
        for (String operation : new String[] {"/enable", "/disable"}) {
            given().post(USERS + "ada" + operation).then().spec(problem(401, "unauthenticated"));
            as(Tokens.withScopes("users.read"))
                    .post(USERS + "ada" + operation)
                    .then()
                    .spec(problem(403, "forbidden"));
            as(Tokens.other()).post(USERS + "ada" + operation).then().spec(problem(404, "app-not-found"));
        }
        given().delete(USERS + "ada").then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.read")).delete(USERS + "ada").then().spec(problem(403, "forbidden"));
        as(Tokens.other()).delete(USERS + "ada").then().spec(problem(404, "app-not-found"));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
