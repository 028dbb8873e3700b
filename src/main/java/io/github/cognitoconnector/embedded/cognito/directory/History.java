package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What users were before the writes that lists do not see yet; keeps nothing while lists see everything. */
final class History {

    /** Writes that stay unseen at a time; with more, the oldest are seen early. */
    private static final int CAPACITY = 100_000;

    private final Staleness staleness;
    private final Deque<Write> writes = new ArrayDeque<>();

    private record Write(long nanos, long sequence, Optional<User> before) {}

    History(Staleness staleness) {
        this.staleness = staleness;
    }

    /**
     * Notes a write.
     *
     * @param before empty for a creation
     */
    synchronized void note(long sequence, Optional<User> before) {
        forget();
        if (!staleness.window().isZero()) {
            writes.addLast(new Write(System.nanoTime(), sequence, before));
            if (writes.size() > CAPACITY) {
                writes.removeFirst();
            }
        }
    }

    /** The users with unseen writes as lists still see them; empty for one who is not there yet. */
    synchronized Map<Long, Optional<User>> past() {
        forget();
        Map<Long, Optional<User>> past = new HashMap<>();
        writes.forEach(write -> past.putIfAbsent(write.sequence(), write.before()));
        return past;
    }

    private void forget() {
        long horizon = System.nanoTime() - staleness.window().toNanos();
        while (!writes.isEmpty() && writes.getFirst().nanos() - horizon <= 0) {
            writes.removeFirst();
        }
    }
}
