package io.github.cognitoconnector.audit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the trail: an intent before a mutation, its row when the outcome is known. Blocks. */
@ApplicationScoped
class AuditTrail {

    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    /** How long rows of one chain wait for one another on this replica; a queue longer than that is one gone wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AuditRepository rows;
    private final AuditMetrics metrics;

    /** A replica appends to a chain one row after another, so that a busy chain takes one connection and not all. */
    private final LoadingCache<String, ReentrantLock> lanes =
            Caffeine.newBuilder().weakValues().build(chain -> new ReentrantLock(true));

    AuditTrail(AuditRepository rows, AuditMetrics metrics) {
        this.rows = rows;
        this.metrics = metrics;
    }

    /** @throws RuntimeException if the intent cannot be kept; then nothing may be done */
    void begin(Begun begun) {
        try {
            QuarkusTransaction.requiringNew().run(() -> rows.begin(begun));
        } catch (RuntimeException e) {
            metrics.failed(AuditMetrics.Step.INTENT);
            throw e;
        }
    }

    /**
     * In a transaction of its own. A failure is logged and counted: the intent, if there is one, then becomes a row by and
     * by, and the caller is told the truth about his command meanwhile.
     */
    void append(AuditEntry entry, String chain, @Nullable UUID intent) {
        try {
            ReentrantLock lane = lanes.get(chain);
            if (!lane.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Too many rows wait for this chain");
            }
            try {
                if (QuarkusTransaction.requiringNew().call(() -> rows.append(entry, chain, intent))) {
                    metrics.appended(entry.outcome());
                }
            } finally {
                lane.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            complain(entry, e);
        } catch (RuntimeException e) {
            complain(entry, e);
        }
    }

    /** In the caller's transaction: both are committed, or neither. */
    void appendWithCommand(AuditEntry entry, String chain, UUID intent) {
        rows.append(entry, chain, intent);
        metrics.appended(entry.outcome());
    }

    private void complain(AuditEntry entry, Exception e) {
        metrics.failed(AuditMetrics.Step.ROW);
        LOG.errorf(
                e,
                "The audit row of %s, %s, trace %s, is not written",
                entry.operation(),
                entry.outcome().text(),
                entry.traceId());
    }
}
