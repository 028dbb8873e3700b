package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserPasswordTest {

    private static final String GOOD = "{\"password\": \"Correct-Horse-42\"}";

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @ParameterizedTest
    @CsvSource({"true, CONFIRMED", "false, FORCE_CHANGE_PASSWORD"})
    void setsAPasswordToKeepOrToChange(boolean permanent, String status) {
        String user = DEMO + "/users/" + newUser();
        json(Tokens.demo(), "{\"password\": \"Correct-Horse-42\", \"permanent\": " + permanent + "}")
                .put(user + "/password")
                .then()
                .statusCode(204);
        as(Tokens.demo()).get(user).then().body("status", equalTo(status));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"password": "short1!"}           | 422 | invalid-password
                    {"password": "no-upper-case-42"}  | 422 | invalid-password
                    {"password": "a b c d E 4 2 !"}   | 422 | validation-failed
                    {"password": "a"}                 | 422 | validation-failed
                    {"permanent": true}               | 422 | validation-failed
                    {"password": 42}                  | 400 | invalid-request
                    {"password": "x", "p": 1}         | 400 | invalid-request
                    """)
    void refusesWhatIsNoPassword(String body, int status, String code) {
        json(Tokens.demo(), body)
                .put(DEMO + "/users/" + newUser() + "/password")
                .then()
                .spec(problem(status, code));
    }

    @Test
    void refusesWhoMayNot() {
        String path = DEMO + "/users/ada/password";
        given().contentType("application/json").body(GOOD).put(path).then().spec(problem(401, "unauthenticated"));
        json(Tokens.withScopes("users.read"), GOOD).put(path).then().spec(problem(403, "forbidden"));
        json(Tokens.other(), GOOD).put(path).then().spec(problem(404, "app-not-found"));
        json(Tokens.demo(), GOOD).put(DEMO + "/users/nobody/password").then().spec(problem(404, "user-not-found"));
    }

    @Test
    void saysWhatCognitoSays() {
        Cognito.faults(
                "[{\"operation\": \"AdminSetUserPassword\", \"error\": \"PasswordHistoryPolicyViolationException\"}]");
        json(Tokens.demo(), GOOD)
                .put(DEMO + "/users/ada/password")
                .then()
                .spec(problem(422, "invalid-password"))
                .body("errors[0].pointer", equalTo("/password"));
    }
}
