package io.github.cognitoconnector.quota;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Slots in time that a replica may spend, each at its own time. One that the replica is late for is forfeited, since others
 * count on its time being over. Not for several threads at a time.
 */
final class Lease {

    /** How late a slot may be spent, in nanoseconds. */
    static final long LATE = Duration.ofMillis(50).toNanos();

    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final long first;
    private final double step;
    private final int count;
    private int gone;
    private int spent;

    /**
     * @param first when the first slot is, by {@link System#nanoTime}
     * @param step seconds from one slot to the next
     */
    Lease(long first, double step, int count) {
        this.first = first;
        this.step = step;
        this.count = count;
    }

    static Lease none(double step) {
        return new Lease(System.nanoTime(), step, 0);
    }

    /** The time of the next slot that it is not too late for, if there is one; it is spent. */
    OptionalLong next(long now) {
        while (gone < count) {
            long at = at(gone++);
            if (now - at <= LATE) {
                spent++;
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether there was use for all slots, until just now. */
    boolean usedUp(long now) {
        return count > 0 && spent == count && now - at(count - 1) <= LATE;
    }

    /** How many slots were not forfeited. */
    int spent() {
        return spent;
    }

    /** When the line goes on if nobody else has claimed since. */
    long end() {
        return at(count);
    }

    int count() {
        return count;
    }

    double step() {
        return step;
    }

    private long at(int slot) {
        return first + (long) (slot * step * NANOS);
    }
}
