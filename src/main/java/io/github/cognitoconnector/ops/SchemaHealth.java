package io.github.cognitoconnector.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the schema is: a replica that waits for it is up and live, and is not to be started anew. */
@Readiness
@ApplicationScoped
class SchemaHealth implements HealthCheck {

    private final SchemaMigration schema;

    SchemaHealth(SchemaMigration schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database schema is up to date")
                .status(schema.isDone())
                .build();
    }
}
