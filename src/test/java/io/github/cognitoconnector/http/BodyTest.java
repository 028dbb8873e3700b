package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] CHUNK =
            ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_BEFORE_THE_END = 64 * MEBIBYTE;

    /** By callers that are known and by those that are not, where a body is read, where none is, and where nothing is. */
    @ParameterizedTest
    @CsvSource({
        "POST, /v1/apps/demo/groups, true, 413",
        "PUT, /v1/apps/demo/users/x/groups/y, true, 413",
        "GET, /v1/apps/demo, true, 413",
        "DELETE, /v1/apps/demo/users/x, true, 413",
        "POST, /v1/apps/demo/groups, false, 401",
        "POST, /v1/nothing, false, 404",
        "POST, /v1//apps, true, 400"
    })
    void aBodyWithoutEndComesToOne(String method, String path, boolean known, String status) {
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head(method + " " + path, known ? Tokens.demo() : "none")
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            long sent = 0;
            while (sent < LONG_BEFORE_THE_END && wire.takes(CHUNK)) {
                sent += CHUNK.length;
            }
            assertThat(sent).isLessThan(LONG_BEFORE_THE_END);
            assertThat(wire.rest()).matches("(?s)|HTTP/1.1 " + status + ".*");
        }
    }

    @Test
    void whoListensIsToldWhy() {
        String head = Wire.head("POST " + DEMO + "/groups", Tokens.demo())
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (Wire wire = Wire.open().send(head)) {
            for (int i = 0; i < 18; i++) {
                wire.send(CHUNK);
            }
            assertThat(wire.next(12)).isEqualTo("HTTP/1.1 413");
            assertThat(wire.rest()).contains("\"code\":\"content-too-large\"");
        }
    }

    @Test
    void aBodyOfTheLargestSizeIsRead() {
        String group = "{\"name\": \"" + unique("g") + "\"}";
        json(Tokens.demo(), group + " ".repeat(MEBIBYTE - group.length()))
                .post(DEMO + "/groups")
                .then()
                .statusCode(201);
        json(Tokens.demo(), group + " ".repeat(MEBIBYTE + 1 - group.length()))
                .post(DEMO + "/groups")
                .then()
                .spec(problem(413, "content-too-large"));
    }

    @Test
    void whoAsksBeforeHeSendsIsToldToGoOn() {
        String body = "{\"name\": \"" + unique("g") + "\"}";
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + DEMO + "/groups", Tokens.demo())
                    + "Content-Type: application/json\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: "
                    + body.length() + "\r\n\r\n");
            assertThat(wire.next(25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(wire.send(body).rest()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterARefusedBody() {
        String refused = Wire.head("POST " + DEMO + "/groups", "none")
                + "Content-Type: application/json\r\nContent-Length: 10\r\n\r\n          ";
        try (Wire wire = Wire.open()) {
            wire.send(refused + Wire.head("GET " + DEMO, Tokens.demo()) + "Connection: close\r\n\r\n");
            assertThat(wire.rest()).startsWith("HTTP/1.1 401").contains("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
    void takesGzip(String encoding) {
        post(encoding, gzip("{\"name\": \"" + unique("g") + "\"}")).then().statusCode(201);
    }

    @Test
    void whatIsPackedIsReadAsStrictly() {
        post("gzip", gzip("{\"name\": 1}")).then().spec(problem(400, "invalid-request"));
        post("gzip", gzip("{\"name\": \"\"}")).then().spec(problem(422, "validation-failed"));
        post("identity", "{\"name\": \"\"}".getBytes(StandardCharsets.UTF_8))
                .then()
                .spec(problem(422, "validation-failed"));
    }

    /** A thousandth of what it unpacks to. */
    @Test
    void aBombDoesNotGoOff() {
        byte[] bomb = gzip("[" + " ".repeat(100 * MEBIBYTE));
        assertThat(bomb).hasSizeLessThan(MEBIBYTE / 4);
        post("gzip", bomb).then().spec(problem(413, "content-too-large"));
        post("gzip", gzip(" ".repeat(MEBIBYTE + 1))).then().spec(problem(413, "content-too-large"));
    }

    @Test
    void brokenGzipIsTheCallersFault() {
        byte[] whole = gzip("{\"name\": \"" + unique("g") + "\"}");
        post("gzip", "{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8))
                .then()
                .spec(problem(400, "invalid-request"));
        post("gzip", Arrays.copyOf(whole, whole.length / 2)).then().spec(problem(400, "invalid-request"));
        byte[] changed = whole.clone();
        changed[whole.length - 6] ^= 1;
        post("gzip", changed).then().spec(problem(400, "invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "gzip, gzip", "gzip,br", "nonsense", "*"})
    void otherEncodingsAreNotSupported(String encoding) {
        post(encoding, gzip("{}")).then().spec(problem(415, "unsupported-media-type"));
    }

    @Test
    void operationsWithoutABodyTakeOneInPeace() {
        as(Tokens.demo()).body("{}").get(DEMO).then().statusCode(200);
        as(Tokens.demo())
                .body("x")
                .post(DEMO + "/users/" + newUser() + "/disable")
                .then()
                .statusCode(204);
    }

    private static Response post(String encoding, byte[] body) {
        return as(Tokens.demo())
                .contentType("application/json")
                .header("Content-Encoding", encoding)
                .body(body)
                .post(DEMO + "/groups");
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
