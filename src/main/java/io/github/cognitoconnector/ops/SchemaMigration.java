package io.github.cognitoconnector.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;

/** Brings the database's schema up to date before the first request; replicas that start together wait for one another. */
@ApplicationScoped
@Startup
public class SchemaMigration implements HealthCheck {

    /** Behind whatever starts a database, before whatever uses one. */
    public static final int PRIORITY = 1000;

    private final Flyway flyway;
    private volatile boolean done;

    SchemaMigration(Flyway flyway) {
        this.flyway = flyway;
    }

    void migrate(@Observes @Priority(PRIORITY) StartupEvent start) {
        flyway.migrate();
        done = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database schema is up to date")
                .status(done)
                .build();
    }
}
