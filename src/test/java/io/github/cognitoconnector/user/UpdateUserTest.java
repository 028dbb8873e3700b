package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UpdateUserTest {

    private String user = "";

    @BeforeEach
    void make() {
        user = DEMO + "/users/" + newUser();
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void setsAndDeletesWhatIsNamedAndNothingElse(String mediaType) {
        patch("{\"attributes\": {\"nickname\": \"x\", \"name\": \"y\", \"locale\": \"de\"}}")
                .then()
                .statusCode(200);
        Response changed = as(Tokens.demo())
                .contentType(mediaType)
                .body("{\"attributes\": {\"nickname\": null, \"name\": \" \", \"website\": \"w\"}}")
                .patch(user);
        changed.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("attributes.locale", equalTo("de"))
                .body("attributes.website", equalTo("w"))
                .body("attributes", not(hasKey("nickname")))
                .body("attributes", not(hasKey("name")));
        as(Tokens.demo()).get(user).then().header("ETag", changed.header("ETag"));
    }

    @Test
    void writesNothingWhereNothingIsDifferent() {
        patch("{\"attributes\": {\"nickname\": \"x\"}}").then().statusCode(200);
        Cognito.reset();
        patch("{\"attributes\": {\"nickname\": \"x\", \"name\": null}}").then().statusCode(200);
        assertThat(Cognito.calls()).containsEntry("AdminGetUser", 2).doesNotContainKey("AdminUpdateUserAttributes");
    }

    @Test
    void honoursIfMatch() {
        String old = as(Tokens.demo()).get(user).header("ETag");
        patch("{\"attributes\": {\"nickname\": \"x\"}}").then().statusCode(200);
        json(Tokens.demo(), "{\"attributes\": {\"nickname\": \"y\"}}")
                .header("If-Match", old)
                .patch(user)
                .then()
                .spec(problem(412, "stale"));
        json(Tokens.demo(), "{\"attributes\": {\"nickname\": \"y\"}}")
                .header("If-Match", as(Tokens.demo()).get(user).header("ETag"))
                .patch(user)
                .then()
                .statusCode(200)
                .body("attributes.nickname", equalTo("y"));
    }

    /** Of many who have seen the same state one may change it. */
    @Test
    void oneOfManyWinsByIfMatch() throws InterruptedException {
        String seen = as(Tokens.demo()).get(user).header("ETag");
        Callable<Integer> change =
                () -> json(Tokens.demo(), "{\"attributes\": {\"nickname\": \"" + unique("n") + "\"}}")
                        .header("If-Match", seen)
                        .patch(user)
                        .statusCode();
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(16, change)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
        }
        assertThat(Database.text("select count(*)::text from turn")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"attributes": {"nope": "x"}}                          | 422 | invalid-attribute
                    {"attributes": {"sub": "x"}}                           | 422 | invalid-attribute
                    {"attributes": {"identities": "[]"}}                   | 422 | invalid-attribute
                    {"attributes": {"email": "no address"}}                | 422 | invalid-attribute
                    {"attributes": {"phone_number": "030 1234"}}           | 422 | invalid-attribute
                    {"attributes": {"email_verified": "yes"}}              | 422 | invalid-attribute
                    {"attributes": {"updated_at": "today"}}                | 422 | invalid-attribute
                    {"attributes": {"birthdate": "1815"}}                  | 422 | invalid-attribute
                    {"attributes": {"": "x"}}                              | 422 | validation-failed
                    {"attributes": null}                                   | 422 | validation-failed
                    {}                                                     | 422 | validation-failed
                    {"attributes": {"name": 5}}                            | 400 | invalid-request
                    {"attributes": []}                                     | 400 | invalid-request
                    {"username": "other"}                                  | 400 | invalid-request
                    {"enabled": false, "attributes": {}}                   | 400 | invalid-request
                    []                                                     | 400 | invalid-request
                    """)
    void refusesWhatIsNoChange(String body, int status, String code) {
        patch(body).then().spec(problem(status, code));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        patch("{\"attributes\": {\"nope\": \"x\", \"email\": \"x\", \"name\": \"" + "n".repeat(2049) + "\"}}")
                .then()
                .spec(problem(422, "validation-failed"));
        patch("{\"attributes\": {\"nope\": \"x\", \"email\": \"x\", \"phone_number\": \"1\"}}")
                .then()
                .spec(problem(422, "invalid-attribute"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/attributes/nope", "/attributes/email", "/attributes/phone_number"));
    }

    @Test
    void refusesWhoMayNot() {
        String body = "{\"attributes\": {\"nickname\": \"x\"}}";
        given().contentType("application/json").body(body).patch(user).then().spec(problem(401, "unauthenticated"));
        json(Tokens.withScopes("users.read"), body).patch(user).then().spec(problem(403, "forbidden"));
        json(Tokens.other(), body).patch(user).then().spec(problem(404, "app-not-found"));
        json(Tokens.demo(), body).patch(DEMO + "/users/nobody").then().spec(problem(404, "user-not-found"));
        as(Tokens.demo())
                .contentType("text/plain")
                .body(body)
                .patch(user)
                .then()
                .spec(problem(415, "unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 429, throttled",
        "RESET, 503, upstream-unavailable",
        "AliasExistsException, 409, alias-exists",
        "InvalidParameterException, 422, validation-failed"
    })
    void everyFailureHasItsProblem(String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"AdminUpdateUserAttributes\", \"error\": \"%s\"}]".formatted(error));
        patch("{\"attributes\": {\"nickname\": \"x\"}}").then().spec(problem(status, code));
    }

    private Response patch(String body) {
        return json(Tokens.demo(), body).patch(user);
    }
}
