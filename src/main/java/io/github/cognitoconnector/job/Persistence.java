package io.github.cognitoconnector.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes to the database that are tried again while it is away, for a minute or more, unless this replica gives up its rows
 * before. Nobody tells when the database is back; the threads that wait are virtual ones, as many as there are workers at the
 * most.
 */
@ApplicationScoped
class Persistence {

    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final int TRIES = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * Writes, as often as it takes; blocks.
     *
     * @throws RuntimeException why the last try failed, if the thread is interrupted or the tries have come to their end
     */
    void of(Runnable write) {
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

    /** Nothing is tried again from now on: what is not written is left to whoever claims it next. */
    void end() {
        over.countDown();
    }

    private boolean pause() {
        try {
            return !over.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
