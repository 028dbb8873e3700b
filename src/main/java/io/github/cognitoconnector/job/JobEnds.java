package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jboss.logging.Logger;

/** Writes that a job cannot go on, or not here; as stubbornly as {@link RowEnds}. */
@ApplicationScoped
class JobEnds {

    private static final Logger LOG = Logger.getLogger(JobEnds.class);

    private final JobRepository jobs;
    private final RowSeal sealer;
    private final Event<NewWork> work;

    JobEnds(JobRepository jobs, RowSeal sealer, Event<NewWork> work) {
        this.jobs = jobs;
        this.sealer = sealer;
        this.work = work;
    }

    /** Nothing more of the job is done. */
    void fail(RunningJob job, ProblemException why) {
        Persistence.of(() -> {
            if (jobs.fail(job.id(), sealer.problem(job.id(), RowSeal.OF_JOB, why))) {
                LOG.warnf("Job %s has failed: %s", job.jobId(), why.type().code());
            }
        });
        work.fire(new NewWork()); // so that nothing more of it is begun
    }

    /** Gives back a preparation. */
    void letGo(RunningJob job, PreparationClaim claim) {
        Persistence.of(() -> jobs.letGo(job.id(), claim.epoch()));
    }
}
