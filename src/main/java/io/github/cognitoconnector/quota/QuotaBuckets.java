package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The buckets in the database, which all replicas share. A claim is one statement that commits by itself; its time is the
 * database's, so that clocks of replicas do not matter.
 */
@ApplicationScoped
class QuotaBuckets {

    private static final Logger LOG = Logger.getLogger(QuotaBuckets.class);

    private static final double NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** A statement that took longer may have been answered long before the answer was read. */
    private static final long STALE = Duration.ofMillis(250).toNanos();

    private static final String STEP =
            "excluded.step" + " / quota_factor(bucket.factor, bucket.ceiling, clock_timestamp() - bucket.factor_at)";

    private static final String CLAIM = """
            insert into quota_bucket as bucket (name, rate, step, tat, used, used_at)
            values (?, ?, ?, clock_timestamp() + make_interval(secs => ?), ? / 10.0, clock_timestamp())
            on conflict (name) do update set
                rate = excluded.rate,
                step = %1$s,
                tat = greatest(bucket.tat, clock_timestamp()) + make_interval(secs => ? * %1$s),
                used = bucket.used * exp(-least(60, greatest(0,
                    extract(epoch from clock_timestamp() - bucket.used_at)::double precision) / 10.0)) + excluded.used,
                used_at = clock_timestamp()
            where bucket.tat <= clock_timestamp() + make_interval(secs => ?)
            returning step, extract(epoch from tat - clock_timestamp())::double precision - ? * step as wait""".formatted(STEP);

    private static final String THROTTLED = """
            update quota_bucket set
                ceiling = quota_factor(factor, ceiling, clock_timestamp() - factor_at),
                factor = greatest(0.02, 0.7 * quota_factor(factor, ceiling, clock_timestamp() - factor_at)),
                factor_at = clock_timestamp(),
                throttled_at = clock_timestamp()
            where name = ? and (throttled_at is null or throttled_at <= clock_timestamp() - interval '1 second')""";

    private final Sql sql;
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    QuotaBuckets(Sql sql) {
        this.sql = sql;
    }

    /**
     * Claims the next slots; blocks. Fails in no way.
     *
     * @param rate the limit, in requests a second
     * @param share of the limit that is taken
     * @param most seconds that the line may be long already
     */
    Claim claim(Bucket bucket, double rate, double share, int count, double most) {
        if (awayUntil.get() - System.nanoTime() > 0) {
            return new Claim.Away();
        }
        try {
            return ask(bucket, rate, 1 / (rate * share), count, most);
        } catch (IllegalStateException e) {
            return away(e);
        }
    }

    /** Cognito has refused a request; counts once a second. Fails in no way. */
    void throttled(Bucket bucket) {
        if (awayUntil.get() - System.nanoTime() > 0) {
            return;
        }
        try {
            sql.update(THROTTLED, List.of(bucket.name()));
        } catch (IllegalStateException e) {
            away(e);
        }
    }

    /** An answer that came late is thrown away, but for the second one: the database may be slow. */
    private Claim ask(Bucket bucket, double rate, double step, int count, double most) {
        long asked = System.nanoTime();
        List<Lease> leases = askOnce(bucket, rate, step, count, most);
        if (System.nanoTime() - asked > STALE) {
            leases = askOnce(bucket, rate, step, count, most);
        }
        return leases.isEmpty() ? new Claim.Full() : new Claim.Granted(leases.getFirst());
    }

    private List<Lease> askOnce(Bucket bucket, double rate, double step, int count, double most) {
        double calls = count;
        return sql.query(
                CLAIM,
                List.of(bucket.name(), rate, step, calls * step, calls, calls, most, calls),
                row -> new Lease(
                        System.nanoTime() + (long) (row.getDouble("wait") * NANOS), row.getDouble("step"), count));
    }

    private Claim away(IllegalStateException e) {
        long now = System.nanoTime();
        awayUntil.set(now + PAUSE);
        long quiet = quietUntil.get();
        if (quiet - now <= 0 && quietUntil.compareAndSet(quiet, now + MINUTE)) {
            LOG.warnf("Cognito's quotas are not shared out while the database is away: %s", e.getCause());
        }
        return new Claim.Away();
    }
}
