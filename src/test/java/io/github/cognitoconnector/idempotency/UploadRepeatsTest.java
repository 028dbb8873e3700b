package io.github.cognitoconnector.idempotency;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.TestUploads;
import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeats of requests whose body is read while it arrives. */
@QuarkusTest
class UploadRepeatsTest {

    private static final String UPLOADS = DEMO + "/test-uploads";
    private static final String BODY = "a body of some length ".repeat(5_000);

    private final String key = unique("key-");
    private final TestUploads uploads;

    UploadRepeatsTest(TestUploads uploads) {
        this.uploads = uploads;
    }

    @BeforeEach
    @AfterEach
    void reset() {
        uploads.reset();
    }

    @Test
    void aRepeatGetsTheFirstAnswerHoweverItIsPacked() throws IOException {
        send(UPLOADS, BODY).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        replayed(send(UPLOADS, BODY), 1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(BODY.getBytes(StandardCharsets.UTF_8));
        }
        replayed(
                as(Tokens.demo())
                        .contentType("application/octet-stream")
                        .header("Idempotency-Key", key)
                        .header("Content-Encoding", "gzip")
                        .body(packed.toByteArray())
                        .post(UPLOADS),
                1);
        assertThat(uploads.begun()).isEqualTo(1);
    }

    @Test
    void anotherBodyOrRequestIsRefused() {
        send(UPLOADS, BODY).then().statusCode(201);
        send(UPLOADS, BODY + "x").then().spec(problem(422, "idempotency-mismatch"));
        send(UPLOADS, BODY.substring(1)).then().spec(problem(422, "idempotency-mismatch"));
        send(UPLOADS, "").then().spec(problem(422, "idempotency-mismatch"));
        send(UPLOADS + "?refuse=false", BODY).then().spec(problem(422, "idempotency-mismatch"));
        assertThat(uploads.begun()).isEqualTo(1);
    }

    @Test
    void aRefusalOfTheWholeBodyIsRepeatedToo() {
        send(UPLOADS + "?refuse=true", BODY).then().spec(problem(422, "validation-failed"));
        send(UPLOADS + "?refuse=true", BODY)
                .then()
                .spec(problem(422, "validation-failed"))
                .header("Idempotency-Replayed", "true");
        send(UPLOADS + "?refuse=true", BODY + "x").then().spec(problem(422, "idempotency-mismatch"));
        assertThat(uploads.begun()).isEqualTo(1);
    }

    @Test
    void aRefusalBeforeTheEndIsTriedAgain() {
        String part = UPLOADS + "?refuse=true&atMost=10";
        send(part, BODY).then().spec(problem(422, "validation-failed"));
        send(part, BODY).then().spec(problem(422, "validation-failed")).header("Idempotency-Replayed", nullValue());
        assertThat(uploads.begun()).isEqualTo(2);
    }

    /** Done twice would be worse than answered not at all. */
    @Test
    void whatIsMadeBeforeTheEndIsMadeOnce() {
        send(UPLOADS + "?atMost=10", BODY).then().statusCode(201);
        send(UPLOADS + "?atMost=10", BODY).then().spec(problem(422, "idempotency-mismatch"));
        assertThat(uploads.begun()).isEqualTo(1);
    }

    @Test
    void whatWasCutOffIsTriedAgain() {
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + UPLOADS, Tokens.demo()) + "Content-Type: application/octet-stream\r\n"
                    + "Idempotency-Key: " + key + "\r\nContent-Length: 1000\r\n\r\nhalf");
            await().until(() -> uploads.read() > 0);
            send(UPLOADS, BODY).then().spec(problem(409, "idempotency-in-flight"));
        }
        await().until(() -> uploads.failure() != null);
        await().untilAsserted(() -> send(UPLOADS, BODY).then().statusCode(201));
        replayed(send(UPLOADS, BODY), 2);
    }

    @Test
    void isTakenForLostOnlyAfterTheTimeOfAnUpload() {
        send(UPLOADS, BODY).then().statusCode(201);
        String last = " from idempotency order by started_at desc limit 1";
        Database.execute("update idempotency set expires_at = now()");
        uploads.hold();
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + UPLOADS, Tokens.demo()) + "Content-Type: application/octet-stream\r\n"
                    + "Idempotency-Key: " + key + "\r\nContent-Length: 4\r\n\r\nhalf");
            await().until(() -> uploads.begun() == 2);
            assertThat(Database.text("select (leased_until - started_at)::text" + last))
                    .isEqualTo("00:20:00");
        }
    }

    private static void replayed(Response response, int attempt) {
        response.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("bytes", equalTo(BODY.length()))
                .body("attempt", equalTo(attempt));
    }

    private Response send(String path, String body) {
        return as(Tokens.demo())
                .contentType("application/octet-stream")
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }
}
