package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells in the log how far jobs are: one line in ten seconds for each that this replica works on. */
@ApplicationScoped
class JobProgress {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(JobProgress.class);

    private final JobBoard board;
    private final JobService jobs;
    private final JobHands hands;
    private final JobMetrics metrics;

    JobProgress(JobBoard board, JobService jobs, JobHands hands, JobMetrics metrics) {
        this.board = board;
        this.jobs = jobs;
        this.hands = hands;
        this.metrics = metrics;
    }

    void start(@Observes SchemaReady start, Chores chores) {
        metrics.watch(hands::inHand);
        chores.every(INTERVAL, "job-progress", this::tell);
    }

    private void tell() {
        try {
            board.active().forEach(job -> tell(jobs.get(job.jobId())));
        } catch (RuntimeException e) {
            LOG.debugf("How far jobs are is not known: %s", e);
        }
    }

    private static void tell(Job job) {
        LOG.infof(
                "Job %s, %s: %d of %d rows, %.1f a second, %d rejected",
                job.id(),
                job.state(),
                job.done(),
                job.total(),
                job.ratePerSecond(),
                job.outcomes().get(RowOutcome.REJECTED));
    }
}
