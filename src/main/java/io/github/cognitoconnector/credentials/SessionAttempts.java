package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what the callers of one app, each with a session of its own, cost the services that make sessions: a few attempts
 * at a time, so that an app whose attempts hang leaves connections to others, and while they fail a few within the pause
 * that follows a failure, however many callers there are.
 */
final class SessionAttempts {

    static final int AT_A_TIME = 8;

    private final Duration patience;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final Deque<Failure> failures = new ArrayDeque<>();

    private record Failure(Instant at, ProblemException problem) {}

    /** @param patience how long an attempt waits for others of the app */
    SessionAttempts(Duration patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Makes a session, or does not ask for it.
     *
     * @throws ProblemException as the source; the app's latest failure, if there have just been many; {@code
     *     UPSTREAM_UNAVAILABLE} if other attempts take too long
     */
    Session make(Supplier<Session> source) {
        await();
        try {
            refuseAfterMany();
            return attempt(source);
        } finally {
            free.release();
        }
    }

    private void await() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RenewingSession.tooSlow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RenewingSession.tooSlow();
        }
    }

    private Session attempt(Supplier<Session> source) {
        try {
            Session session = source.get();
            remember(null);
            return session;
        } catch (ProblemException e) {
            remember(e);
            throw e;
        }
    }

    private synchronized void refuseAfterMany() {
        Instant recent = clock.instant().minus(RenewingSession.AFTER_FAILURE);
        failures.removeIf(failure -> !failure.at().isAfter(recent));
        if (failures.size() >= AT_A_TIME) {
            throw failures.getLast().problem();
        }
    }

    /** One that succeeds shows that the failures were not the app's. */
    private synchronized void remember(@Nullable ProblemException failure) {
        if (failure == null) {
            failures.clear();
        } else {
            failures.add(new Failure(clock.instant(), failure));
        }
    }
}
