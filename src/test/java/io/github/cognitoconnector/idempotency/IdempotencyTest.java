package io.github.cognitoconnector.idempotency;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    private static final String USERS = DEMO + "/users";

    private final String name = unique("user-");
    private final String key = unique("key-");
    private final IdempotencySweep sweep;

    IdempotencyTest(IdempotencySweep sweep) {
        this.sweep = sweep;
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aRepeatGetsTheFirstAnswerWithoutItsPassword() {
        Cognito.reset();
        Response first = create(key);
        first.then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("temporaryPassword", notNullValue());
        create(key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .body("temporaryPassword", nullValue())
                .body("sub", equalTo(first.path("sub")));
        assertThat(Cognito.calls("AdminCreateUser")).isEqualTo(1);
    }

    @Test
    void refusalsAreRepeatedToo() {
        String body = "{\"username\": \"" + name + "\", \"groups\": [\"no-such-group\"]}";
        send(Tokens.demo(), key, body).then().spec(problem(422, "invalid-group"));
        send(Tokens.demo(), key, body)
                .then()
                .spec(problem(422, "invalid-group"))
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void whatMayFareBetterIsTriedAgain() {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"TooManyRequestsException\"}]");
        create(key).then().spec(problem(429, "throttled"));
        Cognito.reset();
        create(key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    /** The first request has made him, and could not find him either. */
    @Test
    void aRepeatGoesOnWhereTheFirstRequestWasLost() {
        Cognito.faults("""
                [{"operation": "AdminCreateUser", "error": "RESET", "afterEffect": true},
                 {"operation": "AdminGetUser", "error": "HTTP_500"}]""");
        create(key).then().spec(problem(503, "upstream-unavailable"));
        Cognito.reset();
        create(key)
                .then()
                .statusCode(201)
                .body("groups", equalTo(List.of("demo")))
                .body("temporaryPassword", notNullValue());
        create(unique("key-")).then().spec(problem(409, "user-exists"));
    }

    /** A repeat may come late: nobody gets the password of whom others have given more in between. */
    @Test
    void whomOthersHaveGivenMoreIsNotTaken() {
        Cognito.faults("""
                [{"operation": "AdminCreateUser", "error": "RESET", "afterEffect": true},
                 {"operation": "AdminGetUser", "error": "HTTP_500"}]""");
        create(key).then().spec(problem(503, "upstream-unavailable"));
        Cognito.reset();
        Cognito.sdk()
                .adminAddUserToGroup(
                        r -> r.userPoolId(Cognito.DEMO_POOL).username(name).groupName("demo-admins"));
        create(key).then().spec(problem(409, "user-exists"));
    }

    @Test
    void aGroupWhoseAnswerWasLostIsFoundAgain() {
        Cognito.faults("""
                [{"operation": "CreateGroup", "error": "RESET", "afterEffect": true},
                 {"operation": "GetGroup", "error": "HTTP_500"}]""");
        String body = "{\"name\": \"" + name + "\"}";
        post(DEMO + "/groups", Tokens.demo(), key, body).then().spec(problem(503, "upstream-unavailable"));
        Cognito.reset();
        post(DEMO + "/groups", Tokens.demo(), key, body).then().statusCode(201);
        post(DEMO + "/groups", Tokens.demo(), unique("key-"), body).then().spec(problem(409, "group-exists"));
    }

    @Test
    void anAppWhoseAnswerWasLostIsFoundAgain() {
        String body = "{\"id\": \"%s\", \"name\": \"Lost\", \"userPoolId\": \"%s\", \"clientIds\": [\"lost\"]}"
                .formatted(name, Cognito.DEMO_POOL);
        post("/v1/apps", Tokens.platform(), key, body).then().statusCode(201);
        forget();
        post("/v1/apps", Tokens.platform(), key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        post("/v1/apps", Tokens.platform(), unique("key-"), body).then().spec(problem(409, "app-exists"));
        json(Tokens.platform(), "")
                .header("If-Match", "*")
                .delete("/v1/apps/" + name)
                .then()
                .statusCode(204);
    }

    @Test
    void aReplicaThatDiedIsReplacedAfterAWhile() {
        create(key).then().statusCode(201);
        forget();
        Database.execute("update idempotency set leased_until = now() + interval '1 minute' where answer is null");
        create(key).then().spec(problem(409, "idempotency-in-flight")).header("Retry-After", notNullValue());
        Database.execute("update idempotency set leased_until = now() where answer is null");
        create(key).then().statusCode(201).body("temporaryPassword", notNullValue());
    }

    @Test
    void anotherRequestIsRefused() {
        create(key).then().statusCode(201);
        send(Tokens.demo(), key, "{\"username\": \"" + name + "\"}").then().spec(problem(422, "idempotency-mismatch"));
        post(USERS + "?dryRun=false", Tokens.demo(), key, user()).then().spec(problem(422, "idempotency-mismatch"));
    }

    @Test
    void keysAreTheirCallersAndApps() {
        create(key).then().statusCode(201);
        send(Tokens.platform(), key, user()).then().spec(problem(409, "user-exists"));
        post("/v1/apps/other/users", Tokens.other(), key, "{\"username\": \"" + name + "\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void aDryRunUsesNoKey() {
        post(USERS + "?dryRun=true", Tokens.demo(), key, user()).then().statusCode(200);
        create(key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "\u00e4"})
    void refusesWhatIsNoKey(String odd) {
        create(odd).then().spec(problem(400, "invalid-request"));
    }

    @Test
    void refusesKeysThatAreTooLongOrTwo() {
        create("k".repeat(256)).then().spec(problem(400, "invalid-request"));
        json(Tokens.demo(), user())
                .header("Idempotency-Key", "one", "two")
                .post(USERS)
                .then()
                .spec(problem(400, "invalid-request"));
        create("k".repeat(240) + key.substring(0, 12)).then().statusCode(201);
    }

    @Test
    void aKeyMakesNoBodyUnlessThereIsOne() {
        as(Tokens.demo())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .post(USERS)
                .then()
                .spec(problem(400, "invalid-request"));
        send(Tokens.demo(), unique("key-"), "{").then().spec(problem(400, "invalid-request"));
    }

    @Test
    void fiftyAtOnceMakeOne() throws InterruptedException {
        List<Callable<Integer>> requests =
                Collections.nCopies(50, () -> create(key).statusCode());
        try (var threads = Executors.newFixedThreadPool(50)) {
            List<Integer> statuses =
                    threads.invokeAll(requests).stream().map(Future::resultNow).toList();
            assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        }
        assertThat(Cognito.calls("AdminCreateUser")).isEqualTo(1);
        await().untilAsserted(() -> create(key).then().statusCode(201).header("Idempotency-Replayed", "true"));
    }

    @Test
    @Tag("scale")
    void tenThousandAtOnceMakeOne() throws InterruptedException {
        Callable<Integer> request = this::statusOfCreate;
        try (var threads = Executors.newFixedThreadPool(100)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(10_000, request)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses)
                    .allMatch(status -> status == 201 || status == 409)
                    .contains(201);
        }
        assertThat(Cognito.calls("AdminCreateUser")).isEqualTo(1);
    }

    @Test
    void nothingOfTheRequestIsInTheDatabase() {
        Response created = send(
                Tokens.demo(),
                "mail-" + name + "@example.com",
                "{\"username\": \"" + name + "\", \"attributes\": {\"nickname\": \"Nick-" + name + "\"}}");
        created.then().statusCode(201);
        assertThat(Database.text("select string_agg(i::text, ' ') from idempotency i"))
                .isNotEmpty()
                .doesNotContain(name)
                .doesNotContain(created.<String>path("sub"));
    }

    @Test
    void keysWhoseTimeIsOverAreRemoved() {
        create(key).then().statusCode(201);
        Database.execute("update idempotency set expires_at = now()");
        sweep.run();
        assertThat(Database.text("select count(*)::text from idempotency where expires_at <= now()"))
                .isEqualTo("0");
        create(key).then().spec(problem(409, "user-exists")).header("Idempotency-Replayed", nullValue());
    }

    /** As if the replica had died before it could keep the answer. */
    private static void forget() {
        Database.execute("update idempotency set answer = null, leased_until = now()");
    }

    private Response create(String withKey) {
        return send(Tokens.demo(), withKey, user());
    }

    /** The same, through a client that costs less than the service does. */
    private int statusOfCreate() throws JsonProcessingException {
        return RawHttp.send(new RawHttp.Request(
                        "POST",
                        USERS,
                        Map.of(),
                        Map.of(
                                "Authorization",
                                "Bearer " + Tokens.demo(),
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                key),
                        Optional.of(new ObjectMapper().readTree(user()))))
                .status();
    }

    private String user() {
        return "{\"username\": \"" + name + "\", \"groups\": [\"demo\"]}";
    }

    private static Response send(String token, String withKey, String body) {
        return post(USERS, token, withKey, body);
    }

    private static Response post(String path, String token, String withKey, String body) {
        return json(token, body).header("Idempotency-Key", withKey).post(path);
    }
}
