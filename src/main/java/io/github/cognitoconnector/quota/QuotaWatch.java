package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import io.github.cognitoconnector.quota.QuotaRepository.Row;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Shows in metrics how much of Cognito's quotas all replicas use together; a bounded number of them, those that are used
 * most. While the database is away there is nothing to show.
 */
@ApplicationScoped
class QuotaWatch {

    private static final Logger LOG = Logger.getLogger(QuotaWatch.class);

    /** As long as the time that use is averaged over. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final int MOST = 1000;
    private static final int SHOWN = 200;

    private final QuotaRepository buckets;
    private final MultiGauge used;
    private final MultiGauge granted;

    QuotaWatch(QuotaRepository buckets, MeterRegistry registry) {
        this.buckets = buckets;
        this.used = MultiGauge.builder("connector.quota.used")
                .description("What all replicas use of a limit, averaged over ten seconds, as a share of it")
                .baseUnit("ratio")
                .register(registry);
        this.granted = MultiGauge.builder("connector.quota.granted")
                .description("What is asked of a limit at the most since Cognito has refused calls, as a share of it")
                .baseUnit("ratio")
                .register(registry);
    }

    void start(@Observes SchemaReady event, Chores chores) {
        chores.every(INTERVAL, "quota-watch", this::look);
    }

    private void look() {
        List<Row> rows = rows();
        used.register(gauges(rows, row -> row.used() / row.rate()), true);
        granted.register(gauges(rows, Row::factor), true);
    }

    private List<Row> rows() {
        try {
            return buckets.list("", MOST).stream()
                    .sorted(Comparator.comparingDouble((Row row) -> row.used() / row.rate())
                            .reversed())
                    .limit(SHOWN)
                    .toList();
        } catch (IllegalStateException e) {
            LOG.debugf("The database does not tell of quotas: %s", e.getCause());
            return List.of();
        }
    }

    private static List<MultiGauge.Row<?>> gauges(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream()
                .<MultiGauge.Row<?>>flatMap(row -> gauge(row, value))
                .toList();
    }

    private static Stream<MultiGauge.Row<?>> gauge(Row row, ToDoubleFunction<Row> value) {
        return Bucket.parts(row.name()).stream().map(parts -> MultiGauge.Row.of(tags(parts), value.applyAsDouble(row)));
    }

    private static Tags tags(List<String> parts) {
        String account = parts.get(0);
        return Tags.of(
                "account",
                account.equals(PoolAccounts.UNKNOWN) ? "unknown" : account,
                "region",
                parts.get(1),
                "category",
                parts.get(2));
    }
}
