package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.SchemaReady;
import io.github.cognitoconnector.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Has the database remove rows that are older than their app has them kept. It decides itself which those are and anchors
 * the rest of the chain; this role could not delete a row.
 */
@ApplicationScoped
class AuditRetention {

    private static final Logger LOG = Logger.getLogger(AuditRetention.class);

    /** Rows of one transaction, so that a chain's head is locked for a short time only. */
    private static final int BATCH = 1000;

    private static final String CHAINS = """
            select head.chain from audit_head head left join app on app.id = head.chain
            where exists (select 1 from audit where audit.chain = head.chain and audit.at
                < now() - make_interval(days => coalesce(app.audit_retention_days, greatest(?, 90))))
            order by head.chain limit 1000""";
    private static final String REMOVE = "select remove_expired_audit(?, ?, ?)";

    private final Sql sql;
    private final RowScope rows;
    private final AuditMetrics metrics;
    private final AuditConfig config;

    AuditRetention(Sql sql, RowScope rows, AuditMetrics metrics, AuditConfig config) {
        this.sql = sql;
        this.rows = rows;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes SchemaReady start, Chores chores) {
        chores.every(config.retentionInterval(), "audit-retention", this::run);
    }

    /** Fails in no way: what goes wrong is logged and counted. */
    void run() {
        try {
            List<String> chains = QuarkusTransaction.requiringNew().call(this::chains);
            chains.forEach(this::removeAll);
        } catch (RuntimeException e) {
            metrics.failed(AuditMetrics.Step.SWEEP);
            LOG.warnf("Rows of the audit trail that are too old could not be removed: %s", e);
        }
    }

    private List<String> chains() {
        rows.everything();
        return sql.query(CHAINS, List.of(config.retentionDays()), row -> row.getString(1));
    }

    private void removeAll(String chain) {
        long removed = BATCH;
        while (removed == BATCH) {
            removed = QuarkusTransaction.requiringNew().call(() -> remove(chain));
        }
    }

    private long remove(String chain) {
        rows.app(chain);
        return sql.one(REMOVE, List.of(chain, config.retentionDays(), BATCH), row -> row.getLong(1));
    }
}
