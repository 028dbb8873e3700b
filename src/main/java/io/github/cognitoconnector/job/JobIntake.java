package io.github.cognitoconnector.job;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes jobs in. */
@ApplicationScoped
public class JobIntake {

    private final JobRepository jobs;
    private final RowIntake rows;
    private final JobAdmission admission;
    private final NewJobs newJobs;
    private final SecurityIdentity identity;

    JobIntake(JobRepository jobs, RowIntake rows, JobAdmission admission, NewJobs newJobs, SecurityIdentity identity) {
        this.jobs = jobs;
        this.rows = rows;
        this.admission = admission;
        this.newJobs = newJobs;
        this.identity = identity;
    }

    /** The job that an earlier attempt of the current request has started, if it has. */
    public Optional<JobId> earlier(App app) {
        return newJobs.earlier(app).flatMap(jobs::find);
    }

    /**
     * Begins a job of the current caller. Nobody sees it, and nothing is done, until {@link Intake#complete}; one that is
     * closed before that was never there.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} if the service has no keyset, {@code THROTTLED} if the app has too
     *     many jobs
     */
    public Intake begin(App app, JobPlan plan) {
        admission.check(jobs.countOpen(app.id()));
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        RunningJob job = newJobs.of(app, plan, caller);
        jobs.remove(job); // of an attempt that was broken off
        jobs.begin(job, caller.subject());
        return new Intake(job, rows);
    }
}
