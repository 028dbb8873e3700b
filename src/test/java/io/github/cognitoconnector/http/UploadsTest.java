package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.TestUploads;
import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that their operations read while they arrive. */
@QuarkusTest
@TestProfile(TightHttp.class)
class UploadsTest {

    private static final String UPLOADS = DEMO + "/test-uploads";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String END = "0\r\n\r\n";
    private static final byte[] CHUNK =
            ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DROP = "1\r\n \r\n".getBytes(StandardCharsets.US_ASCII);

    /** What two ends of a connection may keep on the way, and what waits in the service. */
    private static final int ON_THE_WAY = 16 * MEBIBYTE;

    /** The first requests of a service that has just started may take longer than these bounds allow. */
    private static final Duration COLD = Duration.ofMinutes(1);

    private final TestUploads uploads;

    UploadsTest(TestUploads uploads) {
        this.uploads = uploads;
    }

    @BeforeEach
    void begin() {
        uploads.reset();
        await().atMost(COLD).until(() -> as(Tokens.demo()).get(DEMO).statusCode() == 200);
    }

    @AfterEach
    void noPlaceIsLost() {
        uploads.reset();
        await().until(() -> Metrics.value("connector_http_uploads").orElseThrow() == 0);
    }

    @Test
    void whatIsLargeArrivesWhole() {
        byte[] body = new byte[20 * MEBIBYTE];
        new Random(1).nextBytes(body);
        assertThat(upload("identity", body)).startsWith("HTTP/1.1 201").contains(sha256(body));
        byte[] largest = new byte[TightHttp.UPLOAD_BYTES];
        assertThat(upload("identity", largest)).startsWith("HTTP/1.1 201").contains("\"bytes\":" + largest.length);
    }

    @Test
    void whatIsEmptyArrivesToo() {
        as(Tokens.demo()).post(UPLOADS).then().statusCode(201).body("bytes", equalTo(0));
        try (Wire wire = Wire.open()) {
            wire.send(post(Tokens.demo(), CHUNKED) + END);
            assertThat(wire.next(12)).isEqualTo("HTTP/1.1 201");
        }
    }

    @Test
    void aReaderWhoIsSlowHoldsHisCallerBack() throws InterruptedException {
        uploads.hold();
        AtomicLong sent = new AtomicLong();
        try (Wire wire = Wire.open()) {
            wire.send(post(Tokens.demo(), CHUNKED + "Connection: close\r\n"));
            Thread caller = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 20 * 16; i++) {
                    wire.send(CHUNK);
                    sent.addAndGet(0x10000);
                }
                wire.send(END);
            });
            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300)).until(() -> before.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isBetween((long) ArrivingUpload.WAITING, (long) ON_THE_WAY);
            assertThat(uploads.read()).isEqualTo(1);
            uploads.goOn();
            assertThat(wire.rest()).startsWith("HTTP/1.1 201").contains("\"bytes\":" + 20 * MEBIBYTE);
            caller.join();
        }
    }

    @Test
    void whatIsTooLargeIsRefusedWhileItArrives() {
        try (Wire wire = Wire.open().send(post(Tokens.demo(), CHUNKED))) {
            for (int i = 0; i < TightHttp.UPLOAD_BYTES / 0x10000 + 2; i++) {
                wire.send(CHUNK);
            }
            assertThat(wire.next(12)).isEqualTo("HTTP/1.1 413");
            assertThat(wire.rest())
                    .contains("\"code\":\"content-too-large\"")
                    .contains("at most " + TightHttp.UPLOAD_BYTES + " bytes");
        }
        assertThat(uploads.read()).isLessThanOrEqualTo(TightHttp.UPLOAD_BYTES);
    }

    @Test
    void aBodyWithoutEndComesToOne() {
        try (Wire wire = Wire.open().send(post(Tokens.demo(), CHUNKED))) {
            long sent = 0;
            while (sent < 100L * MEBIBYTE && wire.takes(CHUNK)) {
                sent += CHUNK.length;
            }
            assertThat(sent).isLessThan(100L * MEBIBYTE);
            assertThat(wire.rest()).matches("(?s)|HTTP/1.1 413.*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25165825", "1000000000", "99999999999"})
    void whatSaysThatItIsTooLargeIsRefusedAtOnce(String length) {
        assertThat(Wire.answerTo(post(Tokens.demo(), "Content-Length: " + length + "\r\n")))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"content-too-large\"");
        assertThat(uploads.begun()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000\r\n", CHUNKED, CHUNKED + "Content-Encoding: gzip\r\n"})
    void theOperationHearsOfACallerWhoIsGone(String headers) {
        try (Wire wire = Wire.open()) {
            wire.send(post(Tokens.demo(), headers) + "1000\r\n\u001f\u008b\u0008");
            await().until(() -> headers.contains("gzip") ? uploads.begun() == 1 : uploads.read() > 0);
        }
        await().until(() -> uploads.failure() != null);
        assertThat(uploads.failure()).hasMessage("invalid-request: The connection ended before the body.");
    }

    @Test
    void takesGzip() {
        byte[] body = new byte[5 * MEBIBYTE];
        new Random(1).nextBytes(body);
        assertThat(upload("gzip", gzip(body))).startsWith("HTTP/1.1 201").contains(sha256(body));
        assertThat(upload("x-gzip", join(gzip(body), gzip(body)))).contains(sha256(join(body, body)));
    }

    @Test
    void aBombDoesNotGoOff() {
        byte[] bomb = gzip(new byte[100 * MEBIBYTE]);
        assertThat(bomb).hasSizeLessThan(MEBIBYTE);
        send("gzip", bomb).then().spec(problem(413, "content-too-large"));
        assertThat(uploads.read()).isLessThanOrEqualTo(TightHttp.UPLOAD_BYTES);
    }

    @Test
    void brokenGzipIsTheCallersFault() {
        byte[] whole = gzip("a body of some length, a body of some length".getBytes(StandardCharsets.UTF_8));
        byte[] changed = whole.clone();
        changed[whole.length - 6] ^= 1;
        Stream.of(
                        "plain".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(whole, whole.length / 2),
                        changed,
                        join(whole, new byte[2000]))
                .forEach(broken -> send("gzip", broken).then().spec(problem(400, "invalid-request")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "gzip, gzip"})
    void otherEncodingsAreNotSupported(String encoding) {
        send(encoding, new byte[10]).then().spec(problem(415, "unsupported-media-type"));
        assertThat(uploads.begun()).isZero();
    }

    @Test
    void nobodyIsAskedForABodyInVain() {
        String headers = CHUNKED + "Expect: 100-continue\r\n";
        assertThat(Wire.answerTo(post("none", headers))).startsWith("HTTP/1.1 401");
        assertThat(Wire.answerTo(post(Tokens.withScopes("users.read"), headers)))
                .startsWith("HTTP/1.1 403");
        assertThat(Wire.answerTo(post(Tokens.demo(), headers).replace("demo/", "no-such-app/")))
                .startsWith("HTTP/1.1 404");
        assertThat(uploads.begun()).isZero();
    }

    @Test
    void whoAsksBeforeHeSendsIsToldToGoOn() {
        try (Wire wire = Wire.open()) {
            wire.send(post(Tokens.demo(), "Content-Length: 3\r\nConnection: close\r\nExpect: 100-continue\r\n"));
            assertThat(wire.next(25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(wire.send("abc").rest()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterAnUpload() {
        String upload = post(Tokens.demo(), "Content-Length: 3\r\n") + "abc";
        try (Wire wire = Wire.open()) {
            wire.send(upload + upload + Wire.head("GET " + DEMO, Tokens.demo()) + "Connection: close\r\n\r\n");
            assertThat(wire.rest().split("HTTP/1.1 ", -1))
                    .extracting(answer -> answer.substring(0, Math.min(3, answer.length())))
                    .containsExactly("", "201", "201", "200");
        }
    }

    @Test
    void whoFallsSilentIsGivenUp() {
        try (Wire wire = Wire.open().send(post(Tokens.demo(), CHUNKED)).send(DROP)) {
            assertThat(wire.rest())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"invalid-request\"")
                    .contains("Nothing of the body arrived for 2 s.");
        }
    }

    @Test
    void whoIsSlowHasMoreTimeThanForOtherBodies() {
        AtomicInteger sent = new AtomicInteger();
        try (Wire wire = Wire.open().send(post(Tokens.demo(), CHUNKED + "Connection: close\r\n"));
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            var tap = clock.scheduleAtFixedRate(
                    () -> {
                        wire.send(DROP);
                        sent.incrementAndGet();
                    },
                    100,
                    100,
                    TimeUnit.MILLISECONDS);
            await().until(() -> sent.get() > 30);
            tap.cancel(false);
            clock.execute(() -> wire.send(END));
            assertThat(wire.rest()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void uploadsHavePlacesOfTheirOwn() {
        uploads.hold();
        List<Wire> arriving = Stream.generate(
                        () -> Wire.open().send(post(Tokens.demo(), CHUNKED)).send(DROP))
                .limit(TightHttp.UPLOADS)
                .toList();
        await().until(() -> uploads.read() == TightHttp.UPLOADS);
        assertThat(Metrics.value("connector_http_uploads")).contains((double) TightHttp.UPLOADS);
        await().until(() -> Metrics.value("connector_http_active").orElseThrow() == 0);
        send("identity", new byte[10]).then().spec(problem(503, "overloaded")).header("Retry-After", equalTo("1"));
        as(Tokens.demo()).get(DEMO).then().statusCode(200);
        uploads.goOn();
        arriving.forEach(wire -> assertThat(wire.send(END).next(12)).isEqualTo("HTTP/1.1 201"));
        arriving.forEach(Wire::close);
    }

    private static String post(String token, String headers) {
        return Wire.head("POST " + UPLOADS, token) + "Content-Type: application/octet-stream\r\n" + headers + "\r\n";
    }

    private static Response send(String encoding, byte[] body) {
        return given().auth()
                .preemptive()
                .oauth2(Tokens.demo())
                .contentType("application/octet-stream")
                .header("Content-Encoding", encoding)
                .body(body)
                .post(UPLOADS);
    }

    private static String upload(String encoding, byte[] body) {
        try (Wire wire = Wire.open()) {
            wire.send(post(
                    Tokens.demo(),
                    "Content-Encoding: " + encoding + "\r\nConnection: close\r\nContent-Length: " + body.length
                            + "\r\n"));
            return wire.send(body).rest();
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
