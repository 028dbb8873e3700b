package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.database.Changes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether this replica hears from the database, without which it is not ready. */
@ApplicationScoped
class DatabaseMetrics {

    private static final double MILLIS_PER_SECOND = 1000;

    void start(@Observes StartupEvent start, MeterRegistry registry, Changes changes) {
        Gauge.builder("connector.database.age", () -> changes.age().toMillis() / MILLIS_PER_SECOND)
                .description("How long ago this replica has heard from the database, which it asks twice a second")
                .baseUnit("seconds")
                .register(registry);
    }
}
