package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Turns mutations whose outcome nobody knows any more into rows. Replicas share the work. */
@ApplicationScoped
class AuditSweep {

    private static final Logger LOG = Logger.getLogger(AuditSweep.class);

    /** Rows that one run writes at most; the next one goes on. */
    private static final int MOST = 1000;

    private final AuditRepository rows;
    private final AuditMetrics metrics;
    private final AuditConfig config;

    AuditSweep(AuditRepository rows, AuditMetrics metrics, AuditConfig config) {
        this.rows = rows;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes SchemaReady start, Chores chores) {
        chores.every(config.sweepInterval(), "audit-sweep", this::run);
    }

    /** Fails in no way: what goes wrong is logged and counted. */
    void run() {
        try {
            int written = 0;
            while (written < MOST && QuarkusTransaction.requiringNew().call(this::sweepOne)) {
                written++;
            }
            if (written > 0) {
                LOG.warnf("The outcome of %d mutations is unknown; the audit trail says so.", written);
            }
            metrics.waiting(QuarkusTransaction.requiringNew().call(rows::countIntents));
        } catch (RuntimeException e) {
            metrics.failed(AuditMetrics.Step.SWEEP);
            LOG.warnf("It could not be looked for mutations whose outcome is unknown: %s", e);
        }
    }

    private boolean sweepOne() {
        Begun lost = rows.oldestIntent(config.unknownAfter().toSeconds());
        if (lost == null) {
            return false;
        }
        Ending ending = new Ending(lost.lost(), lost.id());
        if (rows.append(lost.chain(), List.of(ending)).getFirst()) {
            metrics.appended(Outcome.UNKNOWN);
        }
        return true;
    }
}
