package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

@QuarkusTest
class InvitationTest {

    private String name = "";
    private String user = "";

    @BeforeEach
    void make() {
        name = newUser();
        user = DEMO + "/users/" + name;
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aNewUserShowsUntilWhenHisPasswordIsGood() {
        String until = as(Tokens.demo()).get(user).path("invitationExpiresAt");
        assertThat(Duration.between(Instant.now(), Instant.parse(until)))
                .isBetween(Duration.ofDays(6), Duration.ofDays(8));
        confirm();
        as(Tokens.demo()).get(user).then().body("invitationExpiresAt", nullValue());
    }

    @Test
    void showsAnotherPassword() {
        Response invited = invite("{\"messageAction\": \"SUPPRESS\"}");
        invited.then().statusCode(200).header("Cache-Control", "no-store").body("invitationExpiresAt", notNullValue());
        String client = Cognito.newClient(Cognito.DEMO_POOL).clientId();
        assertThat(Cognito.sdk()
                        .initiateAuth(r -> r.clientId(client)
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(
                                        Map.of("USERNAME", name, "PASSWORD", invited.path("temporaryPassword"))))
                        .challengeName())
                .isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    }

    @Test
    void theAppSaysHowIfTheCallerDoesNot() {
        as(Tokens.demo())
                .contentType("application/json")
                .post(user + "/invitation")
                .then()
                .statusCode(200)
                .body("temporaryPassword", notNullValue());
        invite("{}").then().statusCode(200).body("temporaryPassword", notNullValue());
    }

    @Test
    void hasCognitoSendAnotherPassword() {
        address();
        invite("{\"messageAction\": \"SEND\"}")
                .then()
                .statusCode(200)
                .body("temporaryPassword", nullValue())
                .body("invitationExpiresAt", notNullValue());
        given().get(Cognito.endpoint() + "/_control/messages").then().body(containsString(name + "@example.com"));
    }

    @Test
    void whoHasSignedInIsToldTheWayOut() {
        confirm();
        invite("{}").then().spec(problem(409, "unsupported-state")).body("detail", containsString("password-reset"));
    }

    @Test
    void aResetSendsACode() {
        address();
        reset().spec(problem(409, "unsupported-state")).body("detail", containsString("invitation"));
        confirm();
        reset().statusCode(204);
        as(Tokens.demo()).get(user).then().body("status", equalTo("RESET_REQUIRED"));
        given().get(Cognito.endpoint() + "/_control/messages").then().body(containsString(name + "@example.com"));
    }

    @Test
    void aResetNeedsSomewhereToSendACodeTo() {
        confirm();
        reset().spec(problem(409, "unsupported-state")).body("detail", containsString("email_verified"));
    }

    @Test
    void refusesWhoMayNot() {
        for (String below : new String[] {"/invitation", "/password-reset"}) {
            String path = user + below;
            given().post(path).then().spec(problem(401, "unauthenticated"));
            as(Tokens.withScopes("users.read")).post(path).then().spec(problem(403, "forbidden"));
            as(Tokens.other()).post(path).then().spec(problem(404, "app-not-found"));
            json(Tokens.demo(), "{}")
                    .post(DEMO + "/users/nobody" + below)
                    .then()
                    .spec(problem(404, "user-not-found"));
        }
        invite("{\"messageAction\": \"SEND\"}").then().spec(problem(409, "unsupported-state"));
        invite("{\"messageAction\": \"SHOUT\"}").then().spec(problem(400, "invalid-request"));
        invite("{\"other\": 1}").then().spec(problem(400, "invalid-request"));
    }

    @Test
    void saysWhatCognitoSays() {
        Cognito.faults("[{\"operation\": \"AdminSetUserPassword\", \"error\": \"TooManyRequestsException\"}]");
        invite("{}").then().spec(problem(429, "throttled"));
        Cognito.reset();
        address();
        confirm();
        Cognito.faults("[{\"operation\": \"AdminResetUserPassword\", \"error\": \"LimitExceededException\"}]");
        reset().spec(problem(429, "throttled"));
    }

    private void address() {
        json(Tokens.demo(), "{\"attributes\": {\"email\": \"" + name + "@example.com\", \"email_verified\": \"true\"}}")
                .patch(user)
                .then()
                .statusCode(200);
    }

    private void confirm() {
        json(Tokens.demo(), "{\"password\": \"Correct-Horse-42\", \"permanent\": true}")
                .put(user + "/password")
                .then()
                .statusCode(204);
    }

    private Response invite(String body) {
        return json(Tokens.demo(), body).post(user + "/invitation");
    }

    private ValidatableResponse reset() {
        return as(Tokens.demo()).post(user + "/password-reset").then();
    }
}
