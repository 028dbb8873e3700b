package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@QuarkusTest
class UserSignInTest {

    private PoolApp app = new PoolApp(new FactorPool(PoolApp.COGNITO, "", ""), "");
    private String name = "";

    @BeforeEach
    void register() {
        app = PoolApp.on(FactorPool.create(
                PoolApp.COGNITO, r -> r.userPoolTier("PLUS").userPoolAddOns(a -> a.advancedSecurityMode("AUDIT"))));
        name = app.pool().user();
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void listsTheNewestFirstAndFailuresToo() {
        list("").body("items", empty()).header("Cache-Control", "no-store");
        assertThatThrownBy(() -> app.pool().signIn(name, Map.of("PASSWORD", "Wrong-Horse-42")))
                .isInstanceOf(NotAuthorizedException.class);
        app.pool().signIn(name);

        String id = list("").body("items.type", contains("SignIn", "SignIn"))
                .body("items.result", contains("Pass", "Fail"))
                .body("items[0].challenges[0].name", equalTo("Password"))
                .body("items[0].challenges[0].response", equalTo("Success"))
                .body("items[1].challenges[0].response", equalTo("Failure"))
                .body("items[0].risk.decision", equalTo("NoRisk"))
                .body("items[0].risk.compromisedCredentials", equalTo(false))
                .body("items[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("items[0].feedback", nullValue())
                .extract()
                .path("items[0].id");
        Cognito.sdk()
                .adminUpdateAuthEventFeedback(r -> r.userPoolId(app.pool().pool())
                        .username(name)
                        .eventId(id)
                        .feedbackValue("Invalid"));
        list("").body("items[0].feedback.value", equalTo("Invalid")).body("items[1].feedback", nullValue());
    }

    @Test
    void listsComeInFullPages() {
        for (int i = 0; i < 3; i++) {
            app.pool().signIn(name);
        }
        Cognito.pages("{\"AdminListUserAuthEvents\": 1}");
        String cursor = list("?limit=2").body("items", hasSize(2)).extract().path("nextCursor");
        list("?limit=2&cursor=" + cursor).body("items", hasSize(1)).body("nextCursor", nullValue());
        as(Tokens.platform())
                .get(app.newUser() + "/sign-ins?cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
        as(Tokens.platform()).get(app.user(name) + "/sign-ins?limit=0").then().spec(problem(422, "validation-failed"));
    }

    @Test
    void aPoolWithoutThreatProtectionSaysSo() {
        PoolApp unwatched = PoolApp.on(FactorPool.create(PoolApp.COGNITO, r -> {}));
        as(Tokens.platform())
                .get(unwatched.newUser() + "/sign-ins")
                .then()
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("Switch threat protection on"))
                .body("detail", containsString("Plus tier"))
                .body("upstream.code", equalTo("UserPoolAddOnNotEnabledException"));
    }

    @Test
    void refusesWhoMayNot() {
        String path = DEMO + "/users/ada/sign-ins";
        given().get(path).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.write")).get(path).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(path).then().spec(problem(404, "app-not-found"));
        as(Tokens.demo()).get(path).then().statusCode(200);
        as(Tokens.demo()).get(DEMO + "/users/nobody/sign-ins").then().spec(problem(404, "user-not-found"));
        as(Tokens.demo())
                .get(DEMO + "/users/email:nobody@example.com/sign-ins")
                .then()
                .spec(problem(404, "user-not-found"));
        as(Tokens.demo())
                .get(DEMO + "/users/" + "a".repeat(129) + "/sign-ins")
                .then()
                .spec(problem(400, "invalid-path"));
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException, 502, upstream-failed",
        "InternalErrorException, 503, upstream-unavailable",
        "AccessDeniedException, 502, credentials-rejected"
    })
    void saysWhatCognitoSays(String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"AdminListUserAuthEvents\", \"error\": \"" + error + "\"}]");
        as(Tokens.platform()).get(app.user(name) + "/sign-ins").then().spec(problem(status, code));
    }

    private ValidatableResponse list(String query) {
        return as(Tokens.platform())
                .get(app.user(name) + "/sign-ins" + query)
                .then()
                .statusCode(200);
    }
}
