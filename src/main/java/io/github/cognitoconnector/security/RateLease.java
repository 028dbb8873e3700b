package io.github.cognitoconnector.security;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** The part of a caller's allowance that this replica holds. */
final class RateLease {

    private final String key;
    private final SharedAllowances shared;
    private final Duration lasts;
    private final Duration pause;
    private final AtomicInteger left = new AtomicInteger();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile long until = System.nanoTime();
    private volatile long emptyUntil = System.nanoTime();
    private volatile long brokenUntil = System.nanoTime();
    private int size = 1;

    RateLease(String key, SharedAllowances shared, Duration lasts) {
        this.key = key;
        this.shared = shared;
        this.lasts = lasts;
        this.pause = lasts.dividedBy(10);
    }

    /** Takes one if there is one here; blocks nobody. */
    boolean tryTake() {
        return until - System.nanoTime() > 0 && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }

    /**
     * Takes one, here or from what is shared; blocks. While the database is away those who wait do not all ask it in turn.
     *
     * @return zero, or how long it takes until there is one again
     */
    Duration take() {
        if (tryTake()) {
            return Duration.ZERO;
        }
        oneAtATime.lock();
        try {
            long now = System.nanoTime();
            if (tryTake()) {
                return Duration.ZERO;
            }
            if (brokenUntil - now > 0) {
                throw ProblemException.of(ProblemType.DATABASE_UNAVAILABLE, "Try again in a moment.");
            }
            return emptyUntil - now > 0 ? Duration.ofNanos(emptyUntil - now) : renew();
        } finally {
            oneAtATime.unlock();
        }
    }

    private SharedAllowances.Part ask() {
        try {
            return shared.take(key, size);
        } catch (RuntimeException e) {
            brokenUntil = System.nanoTime() + lasts.toNanos();
            throw e;
        }
    }

    private Duration renew() {
        boolean usedUp = until - System.nanoTime() > 0;
        size = usedUp ? Math.min(size * 2, shared.largestPart()) : 1;
        SharedAllowances.Part part = ask();
        if (part.count() == 0) {
            // Not before some have gathered, or those who ask too often would keep the database busy.
            Duration wait = part.retryAfter().compareTo(pause) < 0 ? pause : part.retryAfter();
            emptyUntil = System.nanoTime() + wait.toNanos();
            return wait;
        }
        left.set((int) part.count() - 1);
        until = System.nanoTime() + lasts.toNanos();
        return Duration.ZERO;
    }
}
