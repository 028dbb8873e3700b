package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.app.AppService;
import io.github.cognitoconnector.app.CertificateEnds;
import io.github.cognitoconnector.credentials.CredentialsConfig;
import io.github.cognitoconnector.credentials.CredentialsStatus;
import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Looks for certificates and sessions of apps near their end, now and then, and shows them in the log, in metrics and in
 * health. While the database is away it shows what it knows, and how old that is.
 */
@ApplicationScoped
public class CredentialsWatch {

    private static final Logger LOG = Logger.getLogger(CredentialsWatch.class);

    private final AppService apps;
    private final CredentialsStatus status;
    private final CredentialsLog log;
    private final CredentialsMetrics metrics;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile CredentialsSnapshot snapshot = CredentialsSnapshot.NONE;
    private boolean away;

    CredentialsWatch(
            AppService apps, CredentialsStatus status, CredentialsLog log, CredentialsMetrics metrics, Clock clock) {
        this.apps = apps;
        this.status = status;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes SchemaReady start, Chores chores, CredentialsConfig config) {
        chores.every(config.watchInterval(), "credentials-watch", this::run);
    }

    /** Looks once; waits for a run under way. Fails in no way: what goes wrong is logged. */
    void run() {
        oneAtATime.lock();
        try {
            snapshot = look();
            metrics.show(snapshot);
            log.tell(snapshot.ends(), clock.instant());
        } finally {
            oneAtATime.unlock();
        }
    }

    /** What was seen last. */
    CredentialsSnapshot snapshot() {
        return snapshot;
    }

    private CredentialsSnapshot look() {
        try {
            CertificateEnds certificates = apps.certificatesEndingBefore(status.warningsUntil());
            if (away) {
                LOG.info("The database tells again of certificates near their end.");
            }
            away = false;
            return new CredentialsSnapshot(clock.instant(), certificates, status.failingSessions());
        } catch (RuntimeException e) {
            complain(e);
            return snapshot.with(status.failingSessions());
        }
    }

    /** Once for as long as it lasts. */
    private void complain(RuntimeException e) {
        if (!away) {
            LOG.warnf(
                    "The database does not tell of certificates near their end (%s); those known are of %s.",
                    e, snapshot.takenAt() == null ? "no time" : snapshot.takenAt());
        }
        away = true;
    }
}
