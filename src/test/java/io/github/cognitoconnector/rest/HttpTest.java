package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers before, beside and instead of its operations. */
@QuarkusTest
class HttpTest {

    @TestHTTPResource("/")
    URI root = URI.create("/");

    @Test
    void honoursTheCallersTrace() {
        as(Tokens.demo())
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get(DEMO + "/users/nobody")
                .then()
                .spec(problem(404, "user-not-found"))
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void everyAnswerIsGuarded() {
        as(Tokens.demo())
                .get(DEMO + "/users/ada")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Server", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, not-found",
        "GET, /v1/apps/demo/nothing, 404, not-found",
        "PATCH, /v1/apps/demo/users, 405, method-not-allowed",
        "PUT, /v1/apps, 405, method-not-allowed",
        "DELETE, /v1/apps/demo/users/ada/groups, 405, method-not-allowed"
    })
    void unknownPathsAndMethodsAreProblems(String method, String path, int status, String code) {
        as(Tokens.platform()).request(method, path).then().spec(problem(status, code));
    }

    @Test
    void saysWhichMethodsAreAllowed() {
        as(Tokens.platform()).put("/v1/apps").then().header("Allow", "GET, POST");
    }

    @Test
    void refusesWhatItCannotProduce() {
        as(Tokens.demo()).accept("text/csv").get(DEMO).then().spec(problem(406, "not-acceptable"));
    }

    @Test
    void refusesHeadersWithoutMeasure() {
        as(Tokens.demo())
                .header("X-Long", "a".repeat(20_000))
                .get(DEMO)
                .then()
                .spec(problem(431, "request-header-fields-too-large"));
    }

    @ParameterizedTest
    @MethodSource("beyondMeasure")
    void aBodyBeyondMeasureIsNoFailureOfTheService(String body) {
        json(Tokens.demo(), body).post(DEMO + "/groups").then().spec(problem(400, "invalid-request"));
        json(Tokens.platform(), body).header("If-Match", "*").patch(DEMO).then().spec(problem(400, "invalid-request"));
    }

    static Stream<String> beyondMeasure() {
        return Stream.of(
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                "{\"precedence\": " + "9".repeat(2_000) + "}",
                "{\"" + "a".repeat(60_000) + "\": 1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/type/x", "@", "text"})
    void aContentTypeThatIsNoneIsNotSupported(String type) throws IOException {
        String post = "POST /v1/apps/demo/groups HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.demo()
                + "\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        assertThat(answer(post)).startsWith("HTTP/1.1 415").contains("\"code\":\"unsupported-media-type\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/apps/%ff, invalid-path",
        "/v1/apps/demo/users/%c0%af, invalid-path",
        "/v1/apps/demo/users?filter=%ff, invalid-request",
        "/v1/apps/demo/users?filter=email%20%3D%20%22%ed%a0%80%22, invalid-request"
    })
    void whatIsNoUtf8IsAProblem(String target, String code) {
        as(Tokens.demo()).get(target).then().spec(problem(400, code));
    }

    @Test
    void refusesALengthBeyondMeasureBeforeTheBodyComes() throws IOException {
        String post = "POST /v1/apps/demo/groups HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.demo()
                + "\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{";
        assertThat(answer(post)).startsWith("HTTP/1.1 413").contains("\"code\":\"content-too-large\"");
    }

    @Test
    void refusesABodyThatDoesNotSayHowLongItIs() throws IOException {
        String request =
                "POST /v1/apps/demo/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.demo()
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        String chunk = "100000\r\n" + "[".repeat(0x100000) + "\r\n";
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + chunk + chunk + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isIn("HTTP/1.1 413", "HTTP/1.1 400");
        }
    }

    @Test
    void isAliveReadyAndStarted() {
        for (String probe : new String[] {"live", "ready", "started"}) {
            given().get("/q/health/" + probe).then().statusCode(200).body("status", equalTo("UP"));
        }
    }

    @Test
    void showsSwaggerUi() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    /** All that the service says to a request sent as it is written, until it closes the connection. */
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
