package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The buckets as those see them who look at them, and the removal of those that nobody uses. */
@ApplicationScoped
class QuotaRepository {

    private static final Logger LOG = Logger.getLogger(QuotaRepository.class);

    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    /** By then a factor is whole again. */
    private static final String KEPT = "interval '10 minutes'";

    private static final String LIST = """
            select name, rate, step, throttled_at,
                quota_factor(factor, ceiling, clock_timestamp() - factor_at) as factor,
                used * exp(-least(600, greatest(0,
                    extract(epoch from clock_timestamp() - used_at)))::double precision / 10.0) as used,
                greatest(0, extract(epoch from tat - clock_timestamp()))::double precision as backlog
            from quota_bucket
            where starts_with(name, ?) and split_part(name, '/', 3) <> '' and used_at > clock_timestamp() - %s
            order by name limit ?""".formatted(KEPT);

    private static final String FORGET =
            "delete from quota_bucket where greatest(tat, used_at) < clock_timestamp() - " + KEPT;

    private final Sql sql;

    QuotaRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A bucket of an account as it is now.
     *
     * @param factor how much of the rate Cognito grants, up to 1
     * @param backlog slots that are claimed and in times to come
     */
    record Row(
            String name,
            double rate,
            double factor,
            double used,
            long backlog,
            @Nullable Instant throttledAt) {

        static Row of(ResultSet row) throws SQLException {
            OffsetDateTime throttledAt = row.getObject("throttled_at", OffsetDateTime.class);
            return new Row(
                    row.getString("name"),
                    row.getDouble("rate"),
                    row.getDouble("factor"),
                    row.getDouble("used"),
                    Math.round(row.getDouble("backlog") / row.getDouble("step")),
                    throttledAt == null ? null : throttledAt.toInstant().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** Those that were used in the last ten minutes and whose names begin like this, by name. */
    List<Row> list(String prefix, int most) {
        return sql.query(LIST, List.of(prefix, most), Row::of);
    }

    void start(@Observes SchemaReady event, Chores chores) {
        chores.every(FORGET_EVERY, "quotas", this::forget);
    }

    private void forget() {
        try {
            sql.update(FORGET, List.of());
        } catch (IllegalStateException e) {
            LOG.warnf("Quotas that nobody uses could not be removed: %s", e.getCause());
        }
    }
}
