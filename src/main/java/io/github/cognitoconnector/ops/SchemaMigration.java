package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.database.SchemaReady;
import io.github.cognitoconnector.lifecycle.Draining;
import io.github.cognitoconnector.problem.DatabaseProblems;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sees to it that the schema is up to date, before the first request if it can: as its owner it {@link SchemaSteps#migrate
 * migrates}, otherwise it waits for somebody else to do it. While the database is away, or the schema is older, the service is
 * up, not ready, and looks again twice a second.
 */
@ApplicationScoped
public class SchemaMigration {

    /** Behind whatever starts a database. */
    public static final int PRIORITY = 1000;

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final SchemaSteps steps;
    private final SecretsAtStart secrets;
    private final Draining draining;
    private final Event<SchemaReady> ready;
    private boolean away;
    private volatile boolean done;

    SchemaMigration(SchemaSteps steps, SecretsAtStart secrets, Draining draining, Event<SchemaReady> ready) {
        this.steps = steps;
        this.secrets = secrets;
        this.draining = draining;
        this.ready = ready;
    }

    void bringUpToDate(@Observes @Priority(PRIORITY) StartupEvent start) {
        steps.migrateOnlyIfAsked();
        if (!attempt()) {
            Thread.ofVirtual().name("schema").start(this::goOn);
        }
    }

    /** Whether the schema is up to date, and whatever is done at the start with the database is done. */
    boolean isDone() {
        return done;
    }

    private boolean attempt() {
        if (!isThere()) {
            return false;
        }
        ready.fire(new SchemaReady());
        done = true;
        return true;
    }

    private boolean isThere() {
        try {
            if (!steps.take()) {
                return false;
            }
            secrets.compare();
            return true;
        } catch (RuntimeException e) {
            if (!DatabaseProblems.away(e)) {
                throw e;
            }
            complain(e);
            return false;
        }
    }

    private void goOn() {
        try {
            do {
                if (draining.await(INTERVAL)) {
                    return;
                }
            } while (!attempt());
            LOG.info("The database is there, and its schema is up to date");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage()); // as the framework does it for those at the start
            Quarkus.asyncExit(1);
        } catch (RuntimeException | Error e) {
            LOG.error("The schema of the database cannot be brought up to date", e);
            Quarkus.asyncExit(1);
        }
    }

    /** Once for as long as it lasts. */
    private void complain(RuntimeException e) {
        if (!away) {
            LOG.warnf("The database is away, and waited for: %s", e);
        }
        away = true;
    }
}
