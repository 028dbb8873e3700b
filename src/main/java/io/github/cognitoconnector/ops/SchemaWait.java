package io.github.cognitoconnector.ops;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The start of a replica that may not change the schema: until it is as this version needs it, no port is open, so that
 * nobody is answered with errors and whoever watches its health does not send it requests. A schema that is newer will do.
 */
@ApplicationScoped
class SchemaWait {

    private static final Logger LOG = Logger.getLogger(SchemaWait.class);

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Flyway flyway;
    private final ServiceRole role;
    private final SchemaConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    SchemaWait(Flyway flyway, ServiceRole role, SchemaConfig config) {
        this.flyway = flyway;
        this.role = role;
        this.config = config;
    }

    /** @throws ConfigurationException in one sentence, if nobody does it in time, or the process is to end */
    void bringUpToDate() {
        if (isUpToDate()) {
            return;
        }
        LOG.info("The schema of the database is older than this version; waiting for its owner to migrate it");
        Thread hook = new Thread(stopped::countDown, "stop-waiting");
        Runtime.getRuntime().addShutdownHook(hook);
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > config.patience().toNanos()) {
                throw tooOld("after connector.schema.patience");
            }
            pause();
        } while (!isUpToDate());
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** The owner grants in one transaction behind the last migration, so what is granted is looked at last. */
    private boolean isUpToDate() {
        return role.readsAllTables() && flyway.info().pending().length == 0 && role.readsAllTables();
    }

    private void pause() {
        try {
            if (stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooOld("and the process is to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooOld("and it was interrupted");
        }
    }

    /** Printed without a stack trace by the framework. */
    private static ConfigurationException tooOld(String circumstance) {
        return new ConfigurationException(
                "Cognito Connector cannot start: the schema of the database is still older than"
                        + " this version " + circumstance
                        + "; run it with the word migrate and the role that owns the tables"
                        + " (quarkus.flyway.username, quarkus.flyway.password).");
    }
}
