package io.github.cognitoconnector.idempotency;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Removes keys whose time is over. Replicas share the work. */
@ApplicationScoped
class IdempotencySweep {

    private static final int AT_A_TIME = 1000;
    private static final int MOST = 100_000;

    private static final Logger LOG = Logger.getLogger(IdempotencySweep.class);

    private final IdempotencyRepository stored;
    private final IdempotencyConfig config;

    IdempotencySweep(IdempotencyRepository stored, IdempotencyConfig config) {
        this.stored = stored;
        this.config = config;
    }

    void start(@Observes SchemaReady start, Chores chores) {
        chores.every(config.sweepInterval(), "idempotency-sweep", this::run);
    }

    /** Fails in no way: what goes wrong is logged, and tried again at the next time. */
    void run() {
        try {
            int removed = 0;
            int last;
            do {
                last = stored.sweep(AT_A_TIME);
                removed += last;
            } while (last == AT_A_TIME && removed < MOST);
        } catch (RuntimeException e) {
            LOG.warnf("Idempotency keys whose time is over could not be removed: %s", e);
        }
    }
}
