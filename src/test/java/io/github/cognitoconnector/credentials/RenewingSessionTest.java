package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class RenewingSessionTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SetClock clock = new SetClock(START);
    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What is to run in the background, until the test lets it. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private @Nullable ProblemException failure;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aSessionIsMadeWhenItIsFirstUsedAndKept() {
        RenewingSession session = atOnce(this::next);
        assertThat(session.holding()).isNull();
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        clock.move(HOUR.minus(RenewingSession.AHEAD).minusSeconds(1));
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        assertThat(session.holding()).isEqualTo(new RenewingSession.Holding(START.plus(HOUR), false));
    }

    @Test
    void itIsRenewedInTheBackgroundBeforeItEnds() {
        RenewingSession session = later();
        clock.move(HOUR.minus(RenewingSession.AHEAD));
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-2");
        assertThat(waiting).isEmpty();
    }

    @Test
    void aSessionShorterThanUsualIsRenewedAtHalfItsTime() {
        RenewingSession session = atOnce(() -> session("short", clock.instant().plusSeconds(400)));
        session.get();
        clock.move(Duration.ofSeconds(199));
        session.get();
        assertThat(session.holding()).isEqualTo(new RenewingSession.Holding(START.plusSeconds(400), false));
        clock.move(Duration.ofSeconds(1));
        session.get();
        assertThat(session.holding()).isEqualTo(new RenewingSession.Holding(START.plusSeconds(600), false));
    }

    @Test
    void whileRenewalFailsTheSessionStaysInUseUntilItsEnd() {
        RenewingSession session = atOnce(this::next);
        session.get();
        failure = ProblemException.of(ProblemType.CREDENTIALS_REJECTED, "Refused.");
        clock.move(HOUR.minus(RenewingSession.AHEAD));
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        assertThat(session.holding()).isEqualTo(new RenewingSession.Holding(START.plus(HOUR), true));
        assertThat(made).hasValue(2);

        session.get();
        assertThat(made).as("attempts within the pause").hasValue(2);
        clock.move(RenewingSession.AFTER_FAILED_RENEWAL);
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        assertThat(made).hasValue(3);

        clock.move(RenewingSession.AHEAD);
        assertThat(refusal(session::get).type()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
        assertThat(session.holding())
                .as("what has ended")
                .isEqualTo(new RenewingSession.Holding(START.plus(HOUR), true));
        failure = null;
        clock.move(RenewingSession.AFTER_FAILURE);
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-5");
        assertThat(session.holding())
                .isNotNull()
                .extracting(RenewingSession.Holding::failing)
                .isEqualTo(false);
    }

    @Test
    void aFailureIsRememberedForAMoment() {
        RenewingSession session = atOnce(this::next);
        failure = ProblemException.of(ProblemType.CREDENTIALS_REJECTED, "Refused.");
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(session::get).type()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
        }
        assertThat(made).hasValue(1);
        assertThat(session.holding()).isEqualTo(new RenewingSession.Holding(START, true));
        failure = null;
        clock.move(RenewingSession.AFTER_FAILURE);
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-2");
    }

    @Test
    void aSessionThatHasEndedWhenItComesIsUsedForAMomentAndNotAskedForByEveryRequest() {
        RenewingSession session = atOnce(() -> session("key-" + made.incrementAndGet(), START.minusSeconds(1)));
        for (int i = 0; i < 5; i++) {
            assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
        }
        clock.move(RenewingSession.AFTER_FAILURE);
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-2");
    }

    @Test
    void anUnexpectedFailureIsNoSecret() {
        RenewingSession session = atOnce(() -> {
            throw new IllegalStateException("canary");
        });
        ProblemException refusal = refusal(session::get);
        assertThat(refusal.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(refusal.detail()).doesNotContain("canary");
    }

    @Test
    void allWhoWaitGetTheSameSession() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        RenewingSession session = new RenewingSession(
                "app test",
                () -> {
                    asked.countDown();
                    awaitQuietly(answer);
                    return next();
                },
                clock,
                threads,
                PATIENCE);
        List<Future<Session>> waiters = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiters.add(threads.submit(session::get));
        }
        asked.await();
        answer.countDown();
        for (Future<Session> waiter : waiters) {
            assertThat(waiter.get().credentials().accessKeyId()).isEqualTo("key-1");
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void whoeverWaitsTooLongLearnsIt() {
        RenewingSession session =
                new RenewingSession("app test", this::next, clock, waiting::add, Duration.ofMillis(1));
        assertThat(refusal(session::get).type()).isEqualTo(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(refusal(session::get).type()).isEqualTo(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(waiting).as("still one attempt under way").hasSize(1);
        waiting.remove().run();
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-1");
    }

    @Test
    void aSessionThatAwsRefusesIsReplacedOnceAMinute() {
        RenewingSession session = atOnce(this::next);
        session.get();
        session.suspect();
        assertThat(made).as("too young").hasValue(1);
        clock.move(RenewingSession.MIN_AGE);
        session.suspect();
        session.suspect();
        assertThat(made).hasValue(2);
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-2");
        failure = ProblemException.of(ProblemType.CREDENTIALS_REJECTED, "Refused.");
        clock.move(RenewingSession.MIN_AGE);
        session.suspect();
        session.suspect();
        assertThat(made).hasValue(3);
        assertThat(session.get().credentials().accessKeyId()).isEqualTo("key-2");
    }

    private RenewingSession atOnce(Supplier<Session> source) {
        return new RenewingSession("app test", source, clock, Runnable::run, PATIENCE);
    }

    /** One that has its first session, and whose renewals wait. */
    private RenewingSession later() {
        AtomicInteger runs = new AtomicInteger();
        RenewingSession session = new RenewingSession(
                "app test",
                this::next,
                clock,
                task -> {
                    if (runs.getAndIncrement() == 0) {
                        task.run();
                    } else {
                        waiting.add(task);
                    }
                },
                PATIENCE);
        session.get();
        return session;
    }

    private Session next() {
        int number = made.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        return session("key-" + number, clock.instant().plus(HOUR));
    }

    private static Session session(String key, Instant end) {
        return new Session(AwsSessionCredentials.create(key, "secret", "token"), end);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
