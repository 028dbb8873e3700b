package io.github.cognitoconnector.ops;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the database's schema up to date before the first request, as its owner ({@code quarkus.flyway.username}), and
 * grants the role that serves requests what it needs; replicas that start together wait for one another. A replica that
 * was not given the owner waits for somebody else to do it. With the word {@code migrate} that is all that is done, and the
 * process ends with code 0.
 */
@ApplicationScoped
@Startup
public class SchemaMigration implements HealthCheck {

    /** Behind whatever starts a database, before whatever uses one. */
    public static final int PRIORITY = 1000;

    /** First word of the command line. */
    static final String COMMAND = "migrate";

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);

    private static final String SERVICE_ROLE = "service-role";

    private final Flyway flyway;
    private final ServiceRole role;
    private final SchemaWait others;
    private final boolean serves;
    private volatile boolean done;

    SchemaMigration(Flyway flyway, ServiceRole role, SchemaWait others, @CommandLineArguments String[] words) {
        this.flyway = flyway;
        this.role = role;
        this.others = others;
        this.serves = words.length == 0 || !words[0].equals(COMMAND);
    }

    void bringUpToDate(@Observes @Priority(PRIORITY) StartupEvent start) {
        if (!serves) {
            migrateOnly();
        } else if (SchemaOwner.isWhoever(flyway)) {
            migrate(role.name());
        } else {
            others.bringUpToDate();
        }
        role.complainOfPowers();
        done = true;
    }

    private void migrateOnly() {
        String serviceRole = role.configuredName();
        if (!SchemaOwner.isWhoever(flyway)) {
            throw new ConfigurationException("Cognito Connector cannot migrate: set quarkus.flyway.username and"
                    + " quarkus.flyway.password to the role that owns the tables.");
        }
        LOG.infof("The schema is up to date; %d migrations were needed", migrate(serviceRole));
        throw new PreventFurtherStepsException("The schema is up to date", 0);
    }

    /** @return how many migrations were needed */
    private int migrate(String serviceRole) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .placeholders(Map.of(SERVICE_ROLE, serviceRole))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database schema is up to date")
                .status(done)
                .build();
    }
}
