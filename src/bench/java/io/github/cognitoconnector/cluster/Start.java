package io.github.cognitoconnector.cluster;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A start of a process that has ended again.
 *
 * @param millis until it answered for the first time
 * @param mebibytes that were its own, behind some answers and a collection of its garbage
 */
record Start(double millis, double mebibytes) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final int ANSWERS = 100;
    private static final double MEBIBYTE = 1 << 20;

    /** @param path what it is asked for, again and again */
    static Start of(Supplier<Replica> launch, String path) {
        long start = System.nanoTime();
        try (Replica replica = launch.get()) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(GLANCE)
                    .until(() -> answers(replica, path));
            double millis = (System.nanoTime() - start) / 1e6;
            for (int i = 0; i < ANSWERS; i++) {
                replica.get(path);
            }
            replica.liveHeap(); // collects
            return new Start(millis, replica.memory("RssAnon") / MEBIBYTE);
        }
    }

    private static boolean answers(Replica replica, String path) {
        try {
            return replica.status("GET", path, "") == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
