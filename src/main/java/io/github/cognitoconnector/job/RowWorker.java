package io.github.cognitoconnector.job;

import io.github.cognitoconnector.job.RowRunner.JobLost;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Works on one row and writes what has become of it, or gives it back. */
@ApplicationScoped
class RowWorker {

    private static final Logger LOG = Logger.getLogger(RowWorker.class);

    /** What may be otherwise in a moment, or leaves open what was done. */
    private static final Set<ProblemType> PASSING = EnumSet.of(
            ProblemType.THROTTLED,
            ProblemType.UPSTREAM_FAILED,
            ProblemType.UPSTREAM_TIMEOUT,
            ProblemType.UPSTREAM_UNAVAILABLE,
            ProblemType.CREDENTIALS_REJECTED,
            ProblemType.PARTIAL_WRITE,
            ProblemType.DATABASE_UNAVAILABLE,
            ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
            ProblemType.OVERLOADED);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final RowRunner runner;
    private final RowEnds ends;
    private final JobEnds jobs;
    private final JobConfig config;

    RowWorker(RowRunner runner, RowEnds ends, JobEnds jobs, JobConfig config) {
        this.runner = runner;
        this.ends = ends;
        this.jobs = jobs;
        this.config = config;
    }

    /** Whether the same may succeed later. */
    static boolean passes(ProblemException e) {
        return PASSING.contains(e.type());
    }

    /** Whether Cognito is well, as far as this row tells. */
    boolean work(RunningJob job, RowClaim claim) {
        try {
            ends.write(job, claim, runner.run(job, claim));
            return true;
        } catch (ReplicaLease.Lost e) {
            return true;
        } catch (JobLost e) {
            jobs.fail(job, claim, e.problem());
            ends.leave(claim);
            return true;
        } catch (RowFailure e) {
            return failed(job, claim, e.problem(), e.begun());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Row %d of job %s", claim.row(), job.jobId());
            return failed(
                    job,
                    claim,
                    ProblemException.of(ProblemType.OVERLOADED, "The failure is logged with the job.", e),
                    true);
        }
    }

    /** Gives it back unbegun. */
    void leave(RowClaim claim) {
        ends.leave(claim);
    }

    private boolean failed(RunningJob job, RowClaim claim, ProblemException e, boolean written) {
        boolean begun = written || claim.firstAt() != null;
        if (!passes(e)) {
            ends.reject(job, claim, e, begun);
            return true;
        }
        if (claim.tries() + 1 >= config.attempts()) {
            ends.reject(job, claim, e.type() == ProblemType.OVERLOADED ? internal(e) : e, begun);
            return true;
        }
        ends.giveBack(claim, delay(claim.tries()), begun);
        return false;
    }

    private static ProblemException internal(ProblemException e) {
        return ProblemException.of(ProblemType.INTERNAL, e.detail(), e);
    }

    private static Duration delay(int attempts) {
        Duration delay = JobPace.pause(attempts);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
