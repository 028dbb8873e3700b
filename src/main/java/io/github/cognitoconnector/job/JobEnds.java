package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Writes that a job cannot go on, or not here; as stubbornly as {@link RowEnds}. */
@ApplicationScoped
class JobEnds {

    private static final Logger LOG = Logger.getLogger(JobEnds.class);

    private final JobRepository jobs;
    private final RowSeal sealer;
    private final Persistence persistence;
    private final Event<NewWork> work;

    JobEnds(JobRepository jobs, RowSeal sealer, Persistence persistence, Event<NewWork> work) {
        this.jobs = jobs;
        this.sealer = sealer;
        this.persistence = persistence;
        this.work = work;
    }

    /** Nothing more of the job is done, unless somebody else has claimed the row meanwhile that told it. */
    void fail(RunningJob job, RowClaim claim, ProblemException why) {
        fail(job, why, problem -> jobs.fail(claim, problem));
    }

    /** Nothing of the job is done, unless somebody else has claimed its preparation meanwhile. */
    void fail(RunningJob job, PreparationClaim claim, ProblemException why) {
        fail(job, why, problem -> jobs.failPreparation(job.id(), claim.epoch(), problem));
    }

    private void fail(RunningJob job, ProblemException why, Predicate<String> write) {
        String problem = sealer.problem(job.id(), RowSeal.OF_JOB, why);
        persistence.of(() -> {
            if (write.test(problem)) {
                LOG.warnf("Job %s has failed: %s", job.jobId(), why.type().code());
            }
        });
        work.fire(new NewWork()); // so that nothing more of it is begun
    }

    /** Gives back a preparation. */
    void letGo(RunningJob job, PreparationClaim claim) {
        persistence.of(() -> jobs.letGo(job.id(), claim.epoch()));
    }
}
