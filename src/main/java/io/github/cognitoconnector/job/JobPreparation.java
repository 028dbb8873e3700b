package io.github.cognitoconnector.job;

import io.github.cognitoconnector.job.RowRunner.JobLost;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Has rows added to a job before it begins. */
@ApplicationScoped
class JobPreparation {

    private static final Logger LOG = Logger.getLogger(JobPreparation.class);

    private final RowRunner runner;
    private final RowIntake intake;
    private final RowRepository rows;
    private final JobRepository jobs;
    private final JobEnds ends;

    JobPreparation(RowRunner runner, RowIntake intake, RowRepository rows, JobRepository jobs, JobEnds ends) {
        this.runner = runner;
        this.intake = intake;
        this.rows = rows;
        this.jobs = jobs;
        this.ends = ends;
    }

    /** False if it is to be tried again later. */
    boolean run(RunningJob job, PreparationClaim claim) {
        try {
            prepare(job, claim);
            return true;
        } catch (ReplicaLease.Lost e) {
            return true;
        } catch (JobLost e) {
            ends.fail(job, claim, e.problem());
            return true;
        } catch (ProblemException e) {
            LOG.warnf("Job %s cannot begin yet: %s", job.jobId(), e.type().code());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Job %s cannot begin yet", job.jobId());
        }
        ends.letGo(job, claim);
        return false;
    }

    private void prepare(RunningJob job, PreparationClaim claim) {
        rows.unplan(job, claim.epoch()); // of whoever was at it before
        PlannedRows planned = new PlannedRows(job, claim, intake);
        try {
            runner.prepare(job, claim.replica(), planned);
        } catch (ProblemException e) {
            if (RowWorker.passes(e)) {
                throw e;
            }
            rows.unplan(job, claim.epoch());
            ends.fail(job, claim, e);
            return;
        }
        jobs.endPreparation(job.id(), claim.epoch(), planned.end());
    }
}
