package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Load;
import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than the service can do is refused at once. */
@QuarkusTest
@TestProfile(TightHttp.class)
class SaturationTest {

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void whatIsTooMuchIsToldToComeAgainAtOnce() throws InterruptedException, ExecutionException {
        String user = DEMO + "/users/" + newUser();
        Cognito.faults("[{\"operation\": \"AdminGetUser\", \"latencyMs\": 3500}]");
        try (Load load =
                Load.of(TightHttp.REQUESTS, () -> as(Tokens.demo()).get(user).statusCode())) {
            await().until(() -> Metrics.value("connector_http_active").orElseThrow() >= TightHttp.REQUESTS);
            long begin = System.nanoTime();
            given().get(DEMO)
                    .then()
                    .spec(problem(503, "overloaded"))
                    .header("Retry-After", equalTo("1"))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
            assertThat((System.nanoTime() - begin) / 1_000_000)
                    .as("milliseconds, while the others still wait")
                    .isLessThan(3000);
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/metrics").then().statusCode(200);
            load.stop();
        }
        Cognito.reset();
        await().until(() -> Metrics.value("connector_http_active").orElseThrow() == 0);
        as(Tokens.demo()).get(DEMO).then().statusCode(200);
        assertThat(Metrics.value("connector_http_refused_total").orElseThrow()).isPositive();
    }

    /** Neither do slow callers take the place of others, nor do those who have gone away. */
    @Test
    void bodiesOnTheirWayAreNoRequestsUnderWay() {
        List<Wire> slow = new ArrayList<>();
        for (int i = 0; i < TightHttp.REQUESTS * 3; i++) {
            slow.add(Wire.open()
                    .send(Wire.head("POST " + DEMO + "/groups", Tokens.demo())
                            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
        }
        for (int i = 0; i < 20; i++) {
            await().until(() -> as(Tokens.demo()).get(DEMO).statusCode() == 200);
        }
        slow.forEach(Wire::close);
        await().until(() -> Metrics.value("connector_http_active").orElseThrow() == 0);
    }

    @Test
    void bodiesOnTheirWayHaveAnEnd() {
        String head = Wire.head("POST " + DEMO + "/groups", Tokens.demo())
                + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n";
        List<Wire> slow = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            slow.add(Wire.open().send(head + " ".repeat(990_000)));
        }
        assertThat(slow.stream().map(Wire::rest))
                .filteredOn(answer -> !answer.isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 503").contains("\"code\":\"overloaded\""));
        slow.forEach(Wire::close);
    }

    @Test
    void connectionsBeyondTheLimitAreClosed() {
        byte[] request = (Wire.head("GET " + DEMO, Tokens.demo()) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        List<Wire> open = new ArrayList<>();
        for (int i = 0; i <= TightHttp.CONNECTIONS; i++) {
            Wire wire = Wire.open();
            wire.takes(request);
            open.add(wire);
        }
        // Which one is refused depends on the event loops.
        assertThat(open.stream().map(Wire::rest))
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 200"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(TightHttp.CONNECTIONS);
        open.forEach(Wire::close);
        await().until(() -> {
            try (Wire wire = Wire.open()) {
                return wire.takes((Wire.head("GET " + DEMO, Tokens.demo()) + "Connection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII))
                        && wire.rest().startsWith("HTTP/1.1 200");
            }
        });
    }

    @Test
    void headersHaveANumber() {
        String many = "X-A: 1\r\n".repeat(30);
        assertThat(Wire.answerTo(Wire.head("GET " + DEMO, Tokens.demo()) + many + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("request-header-fields-too-large");
    }
}
