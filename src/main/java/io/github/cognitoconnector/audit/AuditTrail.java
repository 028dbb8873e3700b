package io.github.cognitoconnector.audit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the trail: an intent before a mutation, its row when the outcome is known. Blocks. */
@ApplicationScoped
class AuditTrail {

    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    private final AuditRepository rows;
    private final AuditMetrics metrics;

    private final LoadingCache<String, ChainLane> lanes =
            Caffeine.newBuilder().weakValues().build(this::lane);

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
     * Alone, or with other rows of the chain. A failure is logged and counted: the intent, if there is one, then becomes a row
     * by and by, and the caller is told the truth about his command meanwhile.
     */
    void append(AuditEntry entry, String chain, @Nullable UUID intent) {
        try {
            if (lanes.get(chain).append(new Ending(entry, intent))) {
                metrics.appended(entry.outcome());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            complain(entry, e);
        } catch (RuntimeException | TimeoutException e) {
            complain(entry, e);
        }
    }

    /** In the caller's transaction: both are committed, or neither. */
    void appendWithCommand(AuditEntry entry, String chain, UUID intent) {
        rows.append(chain, List.of(new Ending(entry, intent)));
        metrics.appended(entry.outcome());
    }

    private ChainLane lane(String chain) {
        return new ChainLane(endings -> QuarkusTransaction.requiringNew().call(() -> rows.append(chain, endings)));
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
