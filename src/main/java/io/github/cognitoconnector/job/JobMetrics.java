package io.github.cognitoconnector.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Jobs in figures; of this replica. */
@ApplicationScoped
class JobMetrics {

    private final MeterRegistry registry;
    private final Counter fenced;
    private final AtomicInteger open = new AtomicInteger();

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.fenced = Counter.builder("connector.jobs.fenced")
                .description("Rows that another replica had taken over before their outcome was written")
                .register(registry);
        for (JobKind kind : JobKind.values()) {
            for (RowOutcome outcome : RowOutcome.values()) {
                rows(kind, outcome);
            }
        }
        Gauge.builder("connector.jobs.open", open, AtomicInteger::get)
                .description("Jobs that rows are worked on of, on whatever replica")
                .register(registry);
    }

    void ended(JobKind kind, RowOutcome outcome) {
        rows(kind, outcome).increment();
    }

    private Counter rows(JobKind kind, RowOutcome outcome) {
        return Counter.builder("connector.jobs.rows")
                .description("Rows of jobs that have ended")
                .tag("kind", kind.name())
                .tag("outcome", outcome.text())
                .register(registry);
    }

    void fenced() {
        fenced.increment();
    }

    void watch(Supplier<Number> rows) {
        Gauge.builder("connector.jobs.rows.active", rows)
                .description("Rows of jobs that this replica has in hand")
                .register(registry);
    }

    void open(int jobs) {
        open.set(jobs);
    }
}
