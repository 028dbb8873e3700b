package io.github.cognitoconnector.job;

import java.time.Duration;

/**
 * How fast the rows of one job are begun on this replica. While they fail one after another with what passes, they are begun
 * one at a time with pauses, so that an outage costs few calls and its end is noticed soon.
 */
final class JobPace {

    private static final int PATIENCE = 3;
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private int inFlight;
    private int failures;
    private boolean started;
    private long pausedUntil = System.nanoTime();

    /** Whether a row may be begun. */
    synchronized boolean allows() {
        return failures < PATIENCE || (inFlight == 0 && pausedUntil - System.nanoTime() <= 0);
    }

    /** How many rows may be begun, of as many as there is room for. */
    synchronized int most(int free) {
        return failures < PATIENCE ? free : 1;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized void begun(int rows) {
        inFlight += rows;
    }

    /** Whether this is the first time that it is asked. */
    synchronized boolean starts() {
        boolean first = !started;
        started = true;
        return first;
    }

    /** A row is not in flight any more; returns how many are left. */
    synchronized int left() {
        return --inFlight;
    }

    /** What a row says of Cognito. */
    synchronized void ended(boolean well) {
        failures = well ? 0 : failures + 1;
        if (failures >= PATIENCE) {
            pausedUntil = System.nanoTime() + pause(failures - PATIENCE).toNanos();
        }
    }

    /** Doubles, up to 10 s. */
    static Duration pause(int failuresBefore) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failuresBefore, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
