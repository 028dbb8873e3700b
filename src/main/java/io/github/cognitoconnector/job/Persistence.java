package io.github.cognitoconnector.job;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Writes to the database that are tried again while it is away, for a minute or more. Nobody tells when it is back, so there is
 * nothing to wait for but time; the threads that pause are virtual ones, as many as there are workers at the most.
 */
final class Persistence {

    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final int TRIES = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Persistence() {}

    /**
     * Writes, as often as it takes; blocks.
     *
     * @throws RuntimeException why the last try failed, if the thread is interrupted or the tries have come to their end
     */
    static void of(Runnable write) {
        for (int tries = 1; ; tries++) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                if (tries == TRIES || !pause()) {
                    throw e;
                }
                if (tries == 1) {
                    LOG.warnf("What has become of a job's work cannot be written yet: %s", e);
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
