package io.github.cognitoconnector.embedded.cognito.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A single-page application signs users in from the browser; a page that happens to be open controls nothing. */
class CrossOriginTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final String PAGE = "https://app.example.com";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void browserMayAskBeforeItSignsSomebodyIn() {
        HttpResponse<String> preflight = COGNITO.send(request("/")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", PAGE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-amz-target,x-amz-user-agent"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                .hasValue("*");
        assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
        assertThat(preflight.headers().firstValue("access-control-allow-headers"))
                .hasValueSatisfying(headers -> assertThat(headers.split(",", -1))
                        .contains("content-type", "x-amz-target", "x-amz-user-agent", "authorization"));
    }

    @Test
    void pageReadsAnswersAndErrors() {
        HttpResponse<String> refused = COGNITO.operation(
                "AWSCognitoIdentityProviderService.InitiateAuth",
                "{\"ClientId\":\"demoweb\",\"AuthFlow\":\"USER_PASSWORD_AUTH\","
                        + "\"AuthParameters\":{\"USERNAME\":\"ada\",\"PASSWORD\":\"wrong\"}}",
                "Origin",
                PAGE);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("access-control-allow-origin")).hasValue("*");
        assertThat(refused.headers().firstValue("access-control-expose-headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("x-amzn-errortype"));
        assertThat(COGNITO.get("/us-east-1_demo/.well-known/jwks.json")
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .as("only pages are told")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,messages", "GET,stats", "POST,reset", "PUT,clock", "POST,federated-users", "OPTIONS,reset"})
    void controlDoorIsClosedToPages(String method, String door) {
        HttpResponse<String> response = COGNITO.send(request("/_control/" + door)
                .method(method, BodyPublishers.ofString("{\"offsetSeconds\":1}"))
                .header("Origin", PAGE)
                .header("Access-Control-Request-Method", method));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    /** A name that points to loopback makes the page's own origin of it, so that there is no {@code Origin}. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9229, 200",
        "localhost, 200",
        "[::1]:80, 200",
        "rebound.example.com:9229, 403",
        "127.0.0.1.example.com, 403",
        "localhost.example.com:9229, 403"
    })
    void controlDoorKnowsItsOwnNames(String host, int status) throws IOException {
        String head = "GET /_control/stats HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), COGNITO.server().port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(COGNITO.server().endpoint() + path));
    }
}
