package io.github.cognitoconnector.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch of the trail. */
@ApplicationScoped
class AuditMetrics {

    private static final String ROWS = "connector.audit.rows";
    private static final String FAILURES = "connector.audit.failures";

    private final MeterRegistry registry;
    private final AtomicLong intents = new AtomicLong();

    /** What can fail. */
    enum Step {
        /** Before a mutation, which is then refused. */
        INTENT,
        /** After it. */
        ROW,
        /** What is done now and then. */
        SWEEP
    }

    AuditMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            rows(outcome);
        }
        for (Step step : Step.values()) {
            failures(step);
        }
        Gauge.builder("connector.audit.intents", intents, AtomicLong::get)
                .description("Mutations without a row, of all replicas, when it was last looked for them")
                .register(registry);
    }

    void appended(Outcome outcome) {
        rows(outcome).increment();
    }

    void failed(Step step) {
        failures(step).increment();
    }

    void waiting(long count) {
        intents.set(count);
    }

    private Counter rows(Outcome outcome) {
        return Counter.builder(ROWS)
                .description("Rows of the audit trail that this replica has written")
                .tag("outcome", outcome.text())
                .register(registry);
    }

    private Counter failures(Step step) {
        return Counter.builder(FAILURES)
                .description("What could not be written or looked after")
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
