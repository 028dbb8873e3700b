package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what has become of rows. While the database is away it goes on trying: what was done at Cognito is not forgotten
 * for want of a place to write it. Whoever stops the replica meanwhile loses nothing either, since a row without an outcome is
 * reconciled by whoever gets it next.
 */
@ApplicationScoped
class RowEnds {

    private static final Logger LOG = Logger.getLogger(RowEnds.class);
    private static final int TRIES = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RowRepository rows;
    private final JobRepository jobs;
    private final RowSeal sealer;
    private final JobMetrics metrics;
    private final Event<NewWork> work;

    RowEnds(RowRepository rows, JobRepository jobs, RowSeal sealer, JobMetrics metrics, Event<NewWork> work) {
        this.rows = rows;
        this.jobs = jobs;
        this.sealer = sealer;
        this.metrics = metrics;
        this.work = work;
    }

    void write(RunningJob job, RowClaim claim, RowResult result) {
        String password = result.password();
        end(job, claim, result.outcome(), null, password == null ? null : sealer.password(claim, password), false);
    }

    /** @param begun whether something may have been done */
    void reject(RunningJob job, RowClaim claim, ProblemException why, boolean begun) {
        String problem = sealer.problem(job.id(), RowSeal.place(claim.row()), why);
        end(job, claim, RowOutcome.REJECTED, problem, null, begun);
    }

    /** Gives back a row that nobody has begun. */
    void leave(RowClaim claim) {
        persist(() -> rows.giveBack(claim, 0, 0, claim.firstAt() != null));
    }

    /**
     * Gives back a row that is to be tried again.
     *
     * @param begun whether something may have been done
     */
    void giveBack(RowClaim claim, Duration delay, boolean begun) {
        persist(() -> rows.giveBack(claim, 1, delay.toMillis() / 1000.0, begun));
    }

    /** Gives back a preparation. */
    void letGo(RunningJob job, PreparationClaim claim) {
        persist(() -> jobs.letGo(job.id(), claim.epoch()));
    }

    void fail(RunningJob job, ProblemException why) {
        persist(() -> {
            if (jobs.fail(job.id(), sealer.problem(job.id(), RowSeal.OF_JOB, why))) {
                LOG.warnf("Job %s has failed: %s", job.jobId(), why.type().code());
            }
        });
        work.fire(new NewWork()); // so that nothing more of it is begun
    }

    private void end(
            RunningJob job,
            RowClaim claim,
            RowOutcome outcome,
            @Nullable String problem,
            @Nullable String password,
            boolean begun) {
        persist(() -> {
            if (rows.end(job, claim, outcome, problem, password, begun)) {
                metrics.ended(job.plan().kind(), outcome);
            } else {
                metrics.fenced();
            }
        });
    }

    private static void persist(Runnable write) {
        for (int tries = 1; ; tries++) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                if (tries == TRIES || !pause()) {
                    throw e;
                }
                if (tries == 1) {
                    LOG.warnf("What has become of a row cannot be written yet: %s", e);
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
