package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.database.Changes;
import io.github.cognitoconnector.database.SchemaReady;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether this replica hears from the database, once it has heard from it; without it, it is not ready. */
@ApplicationScoped
class DatabaseMetrics {

    private static final double MILLIS_PER_SECOND = 1000;

    void start(@Observes SchemaReady start, MeterRegistry registry, Changes changes) {
        Gauge.builder("connector.database.age", () -> changes.age().toMillis() / MILLIS_PER_SECOND)
                .description("How long ago this replica has heard from the database, which it asks twice a second")
                .baseUnit("seconds")
                .register(registry);
    }
}
