package io.github.cognitoconnector.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;

/**
 * Brings the database's schema up to date before the first request, as its owner ({@code quarkus.flyway.username}), and
 * grants the role that serves requests what it needs; replicas that start together wait for one another.
 */
@ApplicationScoped
@Startup
public class SchemaMigration implements HealthCheck {

    /** Behind whatever starts a database, before whatever uses one. */
    public static final int PRIORITY = 1000;

    private static final String SERVICE_ROLE = "service-role";

    private final Flyway flyway;
    private final ServiceRole role;
    private volatile boolean done;

    SchemaMigration(Flyway flyway, ServiceRole role) {
        this.flyway = flyway;
        this.role = role;
    }

    void migrate(@Observes @Priority(PRIORITY) StartupEvent start) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .placeholders(Map.of(SERVICE_ROLE, role.name()))
                .load()
                .migrate();
        role.complainOfPowers();
        done = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database schema is up to date")
                .status(done)
                .build();
    }
}
