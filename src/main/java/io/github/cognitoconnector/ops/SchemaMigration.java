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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sees to it that the schema is up to date, before the first request if it can: as its owner it {@link SchemaSteps#migrate
 * migrates}, otherwise it waits for somebody else to do it. While the database is away or says nothing, or the schema is older, the
 * service is up, not ready, and looks again twice a second.
 */
@ApplicationScoped
public class SchemaMigration {

    /** Behind whatever starts a database. */
    public static final int PRIORITY = 1000;

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** How long the start waits for the first look; a database that says nothing, or a long migration, does not hold it up. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

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
        FutureTask<Boolean> look = new FutureTask<>(this::attempt);
        begin(look);
        try {
            if (look.get(FIRST_LOOK.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (TimeoutException e) {
            LOG.warn(
                    "The schema is not up to date yet, or the database says nothing; requests are answered with 503 meanwhile");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        begin(() -> goOn(look));
    }

    private static void begin(Runnable work) {
        Thread.ofVirtual().name("schema").start(work);
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

    /** @param look the first one, which may not have ended */
    private void goOn(Future<Boolean> look) {
        try {
            boolean there = look.get();
            while (!there) {
                if (draining.await(INTERVAL)) {
                    return;
                }
                there = attempt();
            }
            LOG.info("The database is there, and its schema is up to date");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            end(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException | Error e) {
            end(e);
        }
    }

    private static void end(Throwable why) {
        if (why instanceof ConfigurationException) {
            System.err.println(why.getMessage()); // as the framework does it for those at the start
        } else {
            LOG.error("The schema of the database cannot be brought up to date", why);
        }
        Quarkus.asyncExit(1);
    }

    /** Once for as long as it lasts. */
    private void complain(RuntimeException e) {
        if (!away) {
            LOG.warnf("The database is away, and waited for: %s", e);
        }
        away = true;
    }
}
