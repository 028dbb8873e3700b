package io.github.cognitoconnector.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Metrics of credentials that end; a bounded number, however many apps there are. */
@ApplicationScoped
class CredentialsMetrics {

    /** Apps that have a metric of their own at most; those whose credentials end first. */
    static final int ROWS = 100;

    private static final String SECONDS = "seconds";
    private static final double MILLIS_PER_SECOND = 1000;

    private final Clock clock;
    private final MultiGauge ends;
    private volatile CredentialsSnapshot snapshot = CredentialsSnapshot.NONE;

    CredentialsMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        count(registry, CredentialEnd.Kind.CERTIFICATE, s -> s.certificates().count());
        count(registry, CredentialEnd.Kind.SESSION, s -> s.sessions().size());
        Gauge.builder("connector.credentials.watch.age", this::age)
                .description("How old the counts are")
                .baseUnit(SECONDS)
                .register(registry);
        ends = MultiGauge.builder("connector.credentials.end")
                .description("Time until the credentials of an app end, negative when they have ended")
                .baseUnit(SECONDS)
                .register(registry);
    }

    /** Not for several threads at a time. */
    void show(CredentialsSnapshot current) {
        snapshot = current;
        List<Row<?>> rows = new ArrayList<>();
        current.ends().stream().limit(ROWS).forEach(end -> rows.add(row(end)));
        ends.register(rows, true);
    }

    private void count(MeterRegistry registry, CredentialEnd.Kind kind, ToDoubleFunction<CredentialsSnapshot> count) {
        Gauge.builder("connector.credentials.expiring", () -> count.applyAsDouble(snapshot))
                .description("Certificates near their end or past it; sessions of this replica that are not renewed")
                .tag("kind", kind.tag())
                .register(registry);
    }

    private Row<?> row(CredentialEnd end) {
        return Row.of(
                Tags.of("app", end.appId(), "kind", end.kind().tag()), () -> seconds(clock.instant(), end.endsAt()));
    }

    private double age() {
        Instant takenAt = snapshot.takenAt();
        return takenAt == null ? Double.NaN : seconds(takenAt, clock.instant());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLIS_PER_SECOND;
    }
}
