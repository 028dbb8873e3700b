package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Removes jobs whose time is over, and what they hold of people. Replicas share the work. */
@ApplicationScoped
class JobSweep {

    private static final Logger LOG = Logger.getLogger(JobSweep.class);

    private final JobRepository jobs;
    private final ReplicaLease lease;
    private final JobConfig config;

    JobSweep(JobRepository jobs, ReplicaLease lease, JobConfig config) {
        this.jobs = jobs;
        this.lease = lease;
        this.config = config;
    }

    void start(@Observes SchemaReady start, Chores chores) {
        chores.every(config.sweepInterval(), "job-sweep", this::run);
    }

    /** Fails in no way: what goes wrong is logged, and tried again at the next time. */
    void run() {
        try {
            jobs.expire(config.keptFor().toSeconds());
            while (jobs.sweepRows() > 0) {
                // a batch at a time, so that no transaction is long
            }
            jobs.sweep();
            lease.forget();
        } catch (RuntimeException e) {
            LOG.warnf("Jobs whose time is over could not be removed: %s", e);
        }
    }
}
