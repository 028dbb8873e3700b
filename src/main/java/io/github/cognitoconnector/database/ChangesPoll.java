package io.github.cognitoconnector.database;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads the changes ahead of those who would need them, so that no request waits for it: a query of one small table
 * about twice a second, whatever the load. While the database is away requests ask for themselves, and are told.
 */
@ApplicationScoped
class ChangesPoll {

    /** Leaves a slow query the rest of the time that what is known is good for. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Logger LOG = Logger.getLogger(ChangesPoll.class);

    private final Changes changes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean away;

    ChangesPoll(Changes changes) {
        this.changes = changes;
    }

    void start(@Observes SchemaReady event) {
        Thread.ofVirtual().name("changes").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            do {
                look();
            } while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Complains once for as long as it lasts. */
    private void look() {
        try {
            changes.refreshAhead();
            away = false;
        } catch (RuntimeException e) {
            if (!away && stopped.getCount() > 0) {
                LOG.warnf("The database does not tell of changes: %s", e.getCause());
            }
            away = true;
        }
    }
}
