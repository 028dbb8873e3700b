package io.github.cognitoconnector.embedded.cognito.control;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Admits so many requests a second. What was not used is kept for a tenth of a second only, so that a client that asks
 * for too much gets the rate itself, whether one looks at a few seconds or at an hour.
 */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final double KEPT_SECONDS = 0.1;

    private final double perSecond;
    private final double capacity;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    TokenBucket(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.capacity = perSecond == 0 ? 0 : Math.max(1, perSecond * KEPT_SECONDS);
        this.nanoTime = nanoTime;
        this.tokens = capacity;
        this.filledAt = nanoTime.getAsLong();
    }

    synchronized boolean tryTake() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(capacity, tokens + (now - filledAt) / NANOS_PER_SECOND * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
