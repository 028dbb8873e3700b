package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.testing.SetClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IssuerKeysTest {

    private static final KeyPair KEY = Jwts.newKey();
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final String GOOD = "known";
    private static final String UNKNOWN_KEY = "unknown key";
    private static final String UNAVAILABLE = "unavailable";

    private final SetClock clock = new SetClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final KeyServer server;
    private final KeySetClient client = new KeySetClient(new Settings(), new SimpleMeterRegistry());
    private final IssuerKeys keys;

    IssuerKeysTest() throws IOException {
        server = KeyServer.start();
        keys = new IssuerKeys(server.issuer(), client, new Settings(), clock);
    }

    private record Settings() implements TokensConfig {
        @Override
        public int remembered() {
            return 1;
        }

        @Override
        public Duration keysInterval() {
            return INTERVAL;
        }

        @Override
        public Duration keysMaxAge() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration keysDeadline() {
            return DEADLINE;
        }
    }

    @BeforeEach
    void publish() {
        server.publish("old", KEY);
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    @Test
    void areFetchedOnce() {
        assertThat(ask("old")).isEqualTo(GOOD);
        assertThat(ask("old")).isEqualTo(GOOD);
        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void aFloodOfUnknownKeysCostsOneFetchInTheInterval() throws Exception {
        assertThat(ask("old")).isEqualTo(GOOD);
        flood(10_000);
        assertThat(server.fetches()).isEqualTo(1);
        clock.move(INTERVAL);
        flood(10_000);
        assertThat(server.fetches()).isEqualTo(2);
        clock.move(INTERVAL.minusMillis(1));
        flood(10_000);
        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void aNewKeyIsKnownAtItsFirstToken() {
        assertThat(ask("old")).isEqualTo(GOOD);
        server.publish("new", Jwts.newKey());
        clock.move(INTERVAL);
        assertThat(ask("new")).isEqualTo(GOOD);
        assertThat(ask("old")).as("withdrawn").isEqualTo(UNKNOWN_KEY);
        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void oldKeysAreFetchedAnewMeanwhile() {
        assertThat(ask("old")).isEqualTo(GOOD);
        server.publish("new", KEY);
        clock.move(Duration.ofMinutes(11));
        assertThat(ask("old")).as("nobody waits").isEqualTo(GOOD);
        await().untilAsserted(() -> assertThat(keys.has("old")).isFalse());
        assertThat(server.fetches()).isEqualTo(2);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("down", KeyServer::close),
                fault("an error", s -> s.answer(500, "")),
                fault("HTML", s -> s.answer(200, "<html></html>")),
                fault("too much", s -> s.answer(200, " ".repeat(10 * 1024 * 1024))),
                fault("without end", KeyServer::sendWithoutEnd),
                fault("a redirect", s -> s.redirect(s.issuer() + "/.well-known/jwks.json?again")),
                fault("no keys", s -> s.answer(200, "{\"keys\":[]}")),
                fault("odd keys", s -> s.answer(200, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"new\",\"k\":\"AA\"}]}")),
                fault("silence", KeyServer::sayNothing),
                fault("half a body", s -> s.stopInMidBody("{\"keys\":[" + " ".repeat(100) + "]}")));
    }

    private static Arguments fault(String name, Consumer<KeyServer> fault) {
        return Arguments.of(name, fault);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void knownKeysGoOnWorking(String name, Consumer<KeyServer> fault) {
        assertThat(ask("old")).isEqualTo(GOOD);
        fault.accept(server);
        clock.move(INTERVAL);
        assertThat(ask("new")).isEqualTo(UNAVAILABLE);
        assertThat(ask("new")).as("at once").isEqualTo(UNAVAILABLE);
        assertThat(ask("old")).isEqualTo(GOOD);
        assertThat(server.fetches()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void anIssuerThatNeverToldItsKeysIsUnavailable(String name, Consumer<KeyServer> fault) {
        fault.accept(server);
        assertThat(ask("old")).isEqualTo(UNAVAILABLE);
    }

    @Test
    void comesBackWhenTheIssuerDoes() {
        server.answer(500, "");
        assertThat(ask("old")).isEqualTo(UNAVAILABLE);
        server.publish("old", KEY);
        assertThat(ask("old")).as("not yet asked again").isEqualTo(UNAVAILABLE);
        clock.move(INTERVAL);
        assertThat(ask("old")).isEqualTo(GOOD);
    }

    private void flood(int tokens) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, tokens)
                    .mapToObj(i -> callers.submit(() -> ask("unknown-" + i)))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(UNKNOWN_KEY);
            }
        }
    }

    private String ask(String keyId) {
        try {
            keys.get(keyId);
            return GOOD;
        } catch (RefusedTokenException e) {
            assertThat(e.reason()).isEqualTo(RefusedTokenException.Reason.KEY);
            return UNKNOWN_KEY;
        } catch (ProblemException e) {
            assertThat(e.retryAfter()).isNotNull();
            return UNAVAILABLE;
        }
    }
}
