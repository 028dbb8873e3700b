package io.github.cognitoconnector.log;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.github.cognitoconnector.testing.WrittenLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line for each request, in the form that production writes. */
@QuarkusTest
class AccessLogTest {

    private WrittenLog log = WrittenLog.as(new JsonFormatter());

    @BeforeEach
    void begin() {
        log.close();
        log = WrittenLog.as(new JsonFormatter());
    }

    @AfterEach
    void leave() {
        log.close();
        Cognito.reset();
    }

    @Test
    void namesCallerAppAndOperationAndNoUser() {
        String user = newUser();
        begin();
        String trace = trace();
        as(Tokens.demo())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get(DEMO + "/users/" + user + "?unknown=secret")
                .then()
                .statusCode(400);
        String line = theLineOf(trace);
        JsonPath fields = JsonPath.from(line);
        assertThat(fields.getString("level")).isEqualTo("INFO");
        assertThat(fields.getMap("mdc"))
                .containsEntry("method", "GET")
                .containsEntry("path", "/v1/apps/{appId}/users/{user}")
                .containsEntry("status", "400")
                .containsEntry("caller", "demoapp")
                .containsEntry("app", "demo")
                .containsEntry("problem", "invalid-request")
                .containsEntry("traceId", trace)
                .containsKey("durationMs");
        assertThat(line).doesNotContain(user, "secret", Tokens.demo());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/apps/demo, 401, unauthenticated, /v1/apps/{appId}",
        "GET, /v1/apps/nowhere/users/mallory, 401, unauthenticated, /v1/apps/{appId}/users/{user}",
        "GET, /v1/mallory, 404, not-found, unknown",
        "MALLORY, /v1/apps, 405, method-not-allowed, /v1/apps",
        "GET, /v1/apps;mallory, 400, invalid-path, unknown",
        "GET, /mallory, 404, not-found, unknown"
    })
    void refusalsHaveTheirLineToo(String method, String path, int status, String problem, String template) {
        String trace = trace();
        given().urlEncodingEnabled(false)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .request(method, path)
                .then()
                .statusCode(status);
        String line = theLineOf(trace);
        JsonPath fields = JsonPath.from(line);
        assertThat(fields.getString("mdc.status")).isEqualTo(String.valueOf(status));
        assertThat(fields.getString("mdc.problem")).isEqualTo(problem);
        assertThat(fields.getString("mdc.path")).isEqualTo(template);
        assertThat(line).doesNotContainIgnoringCase("mallory");
    }

    /** What the service logs by itself goes into the line of the request, which becomes as severe. */
    @Test
    void whatIsLoggedOnTheWayIsPartOfTheLine() {
        String group = unique("g");
        json(Tokens.demo(), "{\"name\": \"" + group + "\"}").post(DEMO + "/groups");
        Cognito.faults("[{\"operation\": \"AdminAddUserToGroup\", \"error\": \"InternalErrorException\"},"
                + " {\"operation\": \"AdminDeleteUser\", \"error\": \"InternalErrorException\"}]");
        begin();
        String trace = trace();
        String user = unique("user-");
        int status = json(Tokens.demo(), "{\"username\": \"" + user + "\", \"groups\": [\"" + group + "\"]}")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post(DEMO + "/users")
                .statusCode();
        assertThat(status).isEqualTo(502);
        JsonPath fields = JsonPath.from(theLineOf(trace));
        assertThat(fields.getString("level")).isEqualTo("ERROR");
        assertThat(fields.getString("message")).contains("POST /v1/apps/{appId}/users 502");
        assertThat(fields.getString("mdc.problem")).isEqualTo("partial-write");
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void whoGoesAwayIsNoFailureOfTheService() {
        String trace = trace();
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + DEMO + "/groups", Tokens.demo()) + "traceparent: 00-" + trace
                    + "-00f067aa0ba902b7-01\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        }
        JsonPath fields = JsonPath.from(theLineOf(trace));
        assertThat(fields.getString("level")).isEqualTo("INFO");
        assertThat(fields.getString("mdc.gone")).isEqualTo("true");
        assertThat(fields.getString("mdc.status")).isEqualTo("none");
        assertThat(log.lines()).noneMatch(line -> line.contains("ERROR"));
    }

    @Test
    void healthIsNotWorthALine() {
        given().get("/q/health/live").then().statusCode(200);
        String trace = trace();
        as(Tokens.demo())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get(DEMO);
        theLineOf(trace);
        assertThat(log.linesWith("/q/")).isEmpty();
    }

    /** Outside of requests, in the form of development. */
    @Test
    void nobodyWritesALineOfHisOwn() {
        try (WrittenLog text = WrittenLog.as(new PatternFormatter("%-5p [%c] %s%e%n"))) {
            Logger.getLogger("some.library").warnf("No %s\nERROR [forged] here \u2028 \u202e", "such\r\nthing");
            assertThat(text.linesWith("some.library")).singleElement().satisfies(line -> {
                assertThat(line.strip().lines()).hasSize(1);
                assertThat(line).contains("No such\\r\\nthing\\nERROR [forged] here \\u2028 \\u202e");
            });
        }
    }

    private String theLineOf(String trace) {
        await().until(() -> !log.linesWith(trace).isEmpty());
        List<String> lines = log.linesWith(trace);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().strip().lines()).hasSize(1);
        return lines.getFirst();
    }

    private static String trace() {
        return java.util.UUID.randomUUID().toString().replace("-", "");
    }
}
