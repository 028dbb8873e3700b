package io.github.cognitoconnector.job;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Removes jobs whose time is over, and what they hold of people. Replicas share the work. */
@ApplicationScoped
class JobSweep {

    /** Behind the schema's migration. */
    private static final int BEHIND_THE_SCHEMA = 1500;

    private static final Logger LOG = Logger.getLogger(JobSweep.class);

    private final JobRepository jobs;
    private final ReplicaLease lease;
    private final JobConfig config;

    JobSweep(JobRepository jobs, ReplicaLease lease, JobConfig config) {
        this.jobs = jobs;
        this.lease = lease;
        this.config = config;
    }

    void start(@Observes @Priority(BEHIND_THE_SCHEMA) StartupEvent start, Scheduler scheduler) {
        scheduler
                .newJob("job-sweep")
                .setInterval(config.sweepInterval().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> run(), true)
                .schedule();
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
