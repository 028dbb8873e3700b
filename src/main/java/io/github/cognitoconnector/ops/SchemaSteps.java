package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.lifecycle.Draining;
import io.github.cognitoconnector.problem.DatabaseProblems;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** What is done to the schema, as its owner ({@code quarkus.flyway.username}) or for want of being it. */
@ApplicationScoped
class SchemaSteps {

    private static final Logger LOG = Logger.getLogger(SchemaSteps.class);

    /** First word of the command line. */
    static final String COMMAND = "migrate";

    /** Others migrate for as long as it takes. */
    private static final int FOR_EVER = -1;

    /** What a later version has done already is none of this one's affair; the framework has Flyway refuse it. */
    private static final String NEWER = "*:future";

    private static final String SERVICE_ROLE = "service-role";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final ServiceRole role;
    private final SchemaWait others;
    private final Draining draining;
    private final boolean serves;

    SchemaSteps(
            Flyway flyway,
            ServiceRole role,
            SchemaWait others,
            Draining draining,
            @CommandLineArguments String[] words) {
        this.flyway = flyway;
        this.role = role;
        this.others = others;
        this.draining = draining;
        this.serves = words.length == 0 || !words[0].equals(COMMAND);
    }

    /**
     * Migrates if it may, and grants the role that serves requests what it needs; replicas that start together wait for one
     * another.
     *
     * @return false if it may not, and nobody else has done it yet
     */
    boolean take() {
        if (owner()) {
            migrate(role.name());
        } else if (!others.isOver()) {
            return false;
        }
        role.complainOfPowers();
        return true;
    }

    /**
     * With the word {@code migrate} that is all that is done, once the database is there.
     *
     * @throws PreventFurtherStepsException when it is done, and the process ends with code 0: no port is opened
     * @throws ConfigurationException in one sentence, if whoever asks may not
     */
    void migrateOnlyIfAsked() {
        if (serves) {
            return;
        }
        String serviceRole = role.configuredName();
        if (!mayMigrate()) {
            throw new ConfigurationException("Cognito Connector cannot migrate: set quarkus.flyway.username and"
                    + " quarkus.flyway.password to the role that owns the tables.");
        }
        LOG.infof("The schema is up to date; %d migrations were needed", migrate(serviceRole));
        Quarkus.asyncExit(0);
        throw new PreventFurtherStepsException();
    }

    private boolean owner() {
        return SchemaOwner.isWhoever(flyway, role.ownerIsNamed());
    }

    /** Asks as often as it takes until the database is there, which has a minute for it. */
    private boolean mayMigrate() {
        long since = System.nanoTime();
        while (true) {
            try {
                return owner();
            } catch (RuntimeException e) {
                boolean late = System.nanoTime() - since > PATIENCE.toNanos();
                if (!DatabaseProblems.away(e) || late || hasToStopWithin(PAUSE)) {
                    throw e;
                }
            }
        }
    }

    private boolean hasToStopWithin(Duration pause) {
        try {
            return draining.await(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns how many migrations were needed. */
    private int migrate(String serviceRole) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .placeholders(Map.of(SERVICE_ROLE, serviceRole))
                .lockRetryCount(FOR_EVER)
                .ignoreMigrationPatterns(NEWER)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
