package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEMO,
                DEMO + "/users/nobody",
                "/v1/nothing",
                "/v1/apps/%ff",
                "/v1/apps;a=b",
                "/v1//apps",
                "/v1/apps?unknown=1"
            })
    void everyAnswerOfTheApiCarriesThem(String path) {
        guarded(as(Tokens.demo()).get(path).then());
        guarded(given().urlEncodingEnabled(false).get(path).then());
    }

    /** These the HTTP server answers alone, without a body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /v1/apps HTTP/1.1\r\nHost: a\r\nno header\r\n\r\n",
                "POST /v1/apps HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /v1/apps HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
            })
    void evenThatOfTheServerItself(String request) {
        assertThat(Wire.answerTo(request).toLowerCase(Locale.ROOT))
                .matches("(?s)http/1\\.[01] 400 .*")
                .contains("x-content-type-options: nosniff", "cache-control: no-store", "referrer-policy: no-referrer")
                .contains("content-security-policy: default-src 'none'; frame-ancestors 'none'")
                .doesNotContain("\r\nserver:");
    }

    @Test
    void linesAndHeadersBeyondMeasureAreGuardedToo() {
        assertThat(Wire.answerTo("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ")
                .containsIgnoringCase("x-content-type-options: nosniff");
        assertThat(Wire.answerTo("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(70_000) + "\r\n\r\n"))
                .contains(" 431 ")
                .containsIgnoringCase("x-content-type-options: nosniff");
    }

    @Test
    void whatIsNotTheApiMayBeCached() {
        given().get("/q/openapi").then().statusCode(200).header("Cache-Control", nullValue());
    }

    /** Its page, scripts, styles and pictures come from here; its one script of its own is in the page. */
    @Test
    void swaggerUiWorksUnderItsPolicy() {
        String page = given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .extract()
                .asString();
        assertThat(page).contains("<script").doesNotContainPattern("(src|href)=\"(https?:)?//[^\"]*\\.(js|css|png)");
    }

    @Test
    void nobodyElsesPagesMayAsk() {
        as(Tokens.demo())
                .header("Origin", "https://evil.example")
                .get(DEMO)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options(DEMO)
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    private static void guarded(ValidatableResponse answer) {
        answer.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Strict-Transport-Security", nullValue())
                .header("Server", nullValue());
    }
}
