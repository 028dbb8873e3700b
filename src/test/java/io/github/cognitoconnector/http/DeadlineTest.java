package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that take their time lose the connection, whatever they do meanwhile; each waits for that, and for nothing else. */
@QuarkusTest
@TestProfile(TightHttp.class)
class DeadlineTest {

    private static final String GET = "GET " + DEMO;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void aConnectionWithoutARequestIsClosed() {
        try (Wire wire = Wire.open()) {
            assertThat(wire.millisUntilClosed()).isBetween(TightHttp.HEADER_MILLIS / 2, TightHttp.IDLE_MILLIS - 500);
        }
    }

    /** A byte every 100 ms keeps every idle timeout from its work. */
    @ParameterizedTest
    @ValueSource(strings = {"GET ", GET + " HTTP/1.1\r\nHost: a\r\n", GET + " HTTP/1.1\r\nHost: a\r\nX-Slow: "})
    void headersThatTrickleInAreCutOff(String begin) {
        try (Wire wire = Wire.open().send(begin)) {
            AtomicInteger sent = trickle(wire, "a");
            assertThat(wire.millisUntilClosed()).isLessThan(TightHttp.IDLE_MILLIS - 500);
            assertThat(sent.get()).isGreaterThan(3);
        }
    }

    @Test
    void soAreThoseOfTheNextRequestOnTheSameConnection() {
        await().until(() -> as(Tokens.demo()).get(DEMO).statusCode() == 200);
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head(GET, Tokens.demo()) + "\r\n");
            assertThat(wire.next(12)).isEqualTo("HTTP/1.1 200");
            wire.send(GET);
            AtomicInteger sent = trickle(wire, "a");
            assertThat(wire.millisUntilClosed()).isLessThan(TightHttp.IDLE_MILLIS - 500);
            assertThat(sent.get()).isGreaterThan(3);
        }
    }

    @Test
    void aConnectionBetweenRequestsIsKeptUntilItIsIdleForTooLong() {
        await().until(() -> as(Tokens.demo()).get(DEMO).statusCode() == 200);
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head(GET, Tokens.demo()) + "\r\n");
            assertThat(wire.next(12)).isEqualTo("HTTP/1.1 200");
            assertThat(wire.millisUntilClosed()).isGreaterThan(TightHttp.HEADER_MILLIS * 3 / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void aBodyThatTricklesInIsCutOff(String length) {
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + DEMO + "/groups", Tokens.demo()) + "Content-Type: application/json\r\n"
                    + length + "\r\n\r\n");
            AtomicInteger sent = trickle(wire, length.startsWith("T") ? "1\r\n \r\n" : " ");
            assertThat(wire.rest()).doesNotContain("HTTP/1.1 2");
            assertThat(sent.get()).isGreaterThan(3);
        }
    }

    /** Who is not known is answered before his body comes, and has a moment to read it. */
    @Test
    void aBodyOfNobodyIsNotWaitedFor() {
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + DEMO + "/groups", "none") + "Content-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n");
            trickle(wire, " ");
            assertThat(wire.rest()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void whoIsQuickNoticesNothing() {
        for (int i = 0; i < 20; i++) {
            as(Tokens.demo()).get(DEMO).then().statusCode(200);
        }
    }

    private AtomicInteger trickle(Wire wire, String drop) {
        AtomicInteger sent = new AtomicInteger();
        byte[] bytes = drop.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        ScheduledFuture<?> tap = clock.scheduleAtFixedRate(
                () -> {
                    if (!wire.takes(bytes)) {
                        throw new IllegalStateException("closed");
                    }
                    sent.incrementAndGet();
                },
                100,
                100,
                TimeUnit.MILLISECONDS);
        assertThat(tap.isCancelled()).isFalse();
        return sent;
    }
}
