package io.github.cognitoconnector.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Takes jobs from one stage to the next. Whoever does it first has done it, on whatever replica. */
@ApplicationScoped
class JobStages {

    private static final Logger LOG = Logger.getLogger(JobStages.class);

    private final JobRepository jobs;
    private final JobBoard board;
    private final RowClaims claims;
    private final JobPreparation preparation;
    private volatile boolean stopping;

    JobStages(JobRepository jobs, JobBoard board, RowClaims claims, JobPreparation preparation) {
        this.jobs = jobs;
        this.board = board;
        this.claims = claims;
        this.preparation = preparation;
    }

    /** Nothing that takes long is gone on with. */
    void stop() {
        stopping = true;
    }

    /** Rows of it are worked on. */
    void begun(RunningJob job) {
        if (board.pace(job).starts()) {
            jobs.started(job.id());
        }
    }

    /** Ends it if all of its rows have ended. */
    void close(RunningJob job) {
        if (jobs.complete(job.id())) {
            LOG.infof("Job %s is complete", job.jobId());
            board.expire();
        }
    }

    /** Does what is to be done before rows are worked on; what takes long, behind the caller's back. */
    void advance(RunningJob job) {
        switch (job.stage()) {
            case PREPARE -> prepare(job);
            case REOPEN -> reopen(job);
            case ROWS, EXPIRED -> {}
        }
    }

    /** Opens its rejected rows, unless that is under way here; replicas share them. */
    private void reopen(RunningJob job) {
        if (board.pace(job).inFlight() == 0) {
            begin(job, "job-reopening", () -> reopenRows(job));
        }
    }

    /** A batch at a time, so that no transaction is long. */
    private boolean reopenRows(RunningJob job) {
        try {
            while (!stopping && jobs.reopenRows(job) > 0) {
                // as long as there are any
            }
            jobs.endReopening(job.id());
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Rows of job %s cannot be opened again yet: %s", job.jobId(), e);
            return false;
        }
    }

    /** Has its rows added, unless that is under way. */
    private void prepare(RunningJob job) {
        PreparationClaim claim = claims.preparation(job);
        if (claim == null) {
            return;
        }
        begin(job, "job-preparation", () -> preparation.run(job, claim));
    }

    /** @param work false if it is to be tried again later */
    private void begin(RunningJob job, String name, BooleanSupplier work) {
        begun(job);
        JobPace pace = board.pace(job);
        pace.begun(1);
        Thread.ofVirtual().name(name).start(() -> {
            try {
                pace.ended(work.getAsBoolean());
            } finally {
                pace.left();
                board.expire();
            }
        });
    }
}
