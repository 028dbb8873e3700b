package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserDeviceTest {

    private static final String KEY = "us-east-1_5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT.*Z";
    private static final String FORGET = "AdminForgetDevice";

    private PoolApp app = new PoolApp(new FactorPool(PoolApp.COGNITO, "", ""), "");
    private String name = "";

    @BeforeEach
    void register() {
        app = PoolApp.on(FactorPool.create(
                PoolApp.COGNITO, r -> r.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(false))));
        name = app.pool().user();
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void listsTheDevices() {
        list("").body("items", empty()).header("Cache-Control", "no-store");
        String key = app.newDevice(name);
        list("").body("items", hasSize(1))
                .body("items[0].key", equalTo(key))
                .body("items[0].name", equalTo("laptop"))
                .body("items[0].remembered", equalTo(true))
                .body("items[0].createdAt", matchesPattern(TIME))
                .body("items[0].updatedAt", matchesPattern(TIME))
                .body("items[0].lastSignInAt", matchesPattern(TIME))
                .body("nextCursor", nullValue());
        Cognito.sdk()
                .adminUpdateDeviceStatus(r -> r.userPoolId(app.pool().pool())
                        .username(name)
                        .deviceKey(key)
                        .deviceRememberedStatus("not_remembered"));
        list("").body("items[0].remembered", equalTo(false));
    }

    @Test
    void listsComeInFullPages() {
        List<String> keys = new ArrayList<>(List.of(app.newDevice(name), app.newDevice(name), app.newDevice(name)));
        Cognito.pages("{\"AdminListDevices\": 1}");
        ValidatableResponse first = list("?limit=2").body("items", hasSize(2)).body("nextCursor", notNullValue());
        String cursor = first.extract().path("nextCursor");
        List<String> seen = new ArrayList<>(first.extract().<List<String>>path("items.key"));
        ValidatableResponse last = list("?limit=2&cursor=" + cursor).body("nextCursor", nullValue());
        seen.addAll(last.extract().<List<String>>path("items.key"));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(keys);

        as(Tokens.platform())
                .get(app.newUser() + "/devices?cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
        as(Tokens.platform()).get(app.user(name) + "/devices?limit=61").then().spec(problem(422, "validation-failed"));
    }

    @Test
    void forgetsADevice() {
        String key = app.newDevice(name);
        String other = app.newDevice(name);
        dryRun(key).statusCode(200).body("plan", contains(Map.of("operation", FORGET, "user", name)));
        list("").body("items.key", containsInAnyOrder(key, other));
        assertThat(Cognito.calls(FORGET)).isZero();

        forget(key).statusCode(204);
        list("").body("items.key", contains(other));
        forget(key).spec(problem(404, "not-found")).body("detail", equalTo("The user has no such device."));
        dryRun(key).spec(problem(404, "not-found"));
    }

    @Test
    void aDeviceOfSomebodyElseIsNotThere() {
        String key = app.newDevice(app.pool().user());
        forget(key).spec(problem(404, "not-found"));
        dryRun(key).spec(problem(404, "not-found"));
    }

    /** The repeat of the SDK finds that the device is gone. */
    @Test
    void aLostReplyIsNoFailure() {
        String key = app.newDevice(name);
        Cognito.faults(
                "[{\"operation\": \"" + FORGET + "\", \"error\": \"RESET\", \"afterEffect\": true, \"times\": 1}]");
        forget(key).statusCode(204);
        assertThat(Cognito.calls(FORGET)).isEqualTo(2);
        list("").body("items", empty());
    }

    /** The demo pool tracks none. */
    @Test
    void aPoolThatTracksNoDevicesSaysSo() {
        String devices = DEMO + "/users/ada/devices";
        for (ValidatableResponse answer : List.of(
                as(Tokens.demo()).get(devices).then(),
                as(Tokens.demo()).delete(devices + "/" + KEY).then(),
                as(Tokens.demo()).delete(devices + "/" + KEY + "?dryRun=true").then())) {
            answer.spec(problem(409, "unsupported-state"))
                    .body("detail", containsString("Switch device tracking on"))
                    .body("upstream.code", equalTo("InvalidUserPoolConfigurationException"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "us-east-1_5F0C", "a_b%20c", KEY + "-" + KEY, "%2A_1"})
    void refusesWhatIsNoDevice(String key) {
        forget(key).spec(problem(400, "invalid-path"));
    }

    @Test
    void refusesWhoMayNot() {
        String devices = DEMO + "/users/ada/devices";
        String device = devices + "/" + KEY;
        given().get(devices).then().spec(problem(401, "unauthenticated"));
        given().delete(device).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.write")).get(devices).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("users.read")).delete(device).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(devices).then().spec(problem(404, "app-not-found"));
        as(Tokens.other()).delete(device).then().spec(problem(404, "app-not-found"));
        as(Tokens.platform()).get(app.user("nobody") + "/devices").then().spec(problem(404, "user-not-found"));
        as(Tokens.platform())
                .delete(app.user("nobody") + "/devices/" + KEY)
                .then()
                .spec(problem(404, "user-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException, 502, upstream-failed",
        "NotAuthorizedException, 409, unsupported-state",
        "InternalErrorException, 503, upstream-unavailable"
    })
    void saysWhatCognitoSays(String error, int status, String code) {
        for (String operation : List.of("AdminListDevices", FORGET)) {
            Cognito.faults("[{\"operation\": \"" + operation + "\", \"error\": \"" + error + "\"}]");
            ValidatableResponse answer = operation.equals(FORGET)
                    ? forget(KEY)
                    : as(Tokens.platform()).get(app.user(name) + "/devices").then();
            answer.spec(problem(status, code));
        }
    }

    private ValidatableResponse list(String query) {
        return as(Tokens.platform())
                .get(app.user(name) + "/devices" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse forget(String key) {
        return as(Tokens.platform()).delete(app.user(name) + "/devices/" + key).then();
    }

    private ValidatableResponse dryRun(String key) {
        return as(Tokens.platform())
                .delete(app.user(name) + "/devices/" + key + "?dryRun=true")
                .then();
    }
}
