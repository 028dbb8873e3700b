package io.github.cognitoconnector.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.secret.SecretVault;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes jobs in. */
@ApplicationScoped
public class JobIntake {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final JobRepository jobs;
    private final RowIntake rows;
    private final JobAdmission admission;
    private final SecurityIdentity identity;

    JobIntake(JobRepository jobs, RowIntake rows, JobAdmission admission, SecurityIdentity identity) {
        this.jobs = jobs;
        this.rows = rows;
        this.admission = admission;
        this.identity = identity;
    }

    /** Who is let in. */
    @ApplicationScoped
    static class JobAdmission {

        private final JobConfig config;
        private final SecretVault vault;
        private final JobSeal seal;
        private final ObjectMapper json;
        private final Attempt attempt;

        JobAdmission(JobConfig config, SecretVault vault, JobSeal seal, ObjectMapper json, Attempt attempt) {
            this.config = config;
            this.vault = vault;
            this.seal = seal;
            this.json = json;
            this.attempt = attempt;
        }

        void check(int open) {
            if (!vault.ready()) {
                throw ProblemException.of(
                        ProblemType.VALIDATION_FAILED,
                        "This service keeps no jobs until its operator sets connector.secrets.keyset, since rows are kept"
                                + " encrypted.");
            }
            if (open >= config.maxOpen()) {
                throw ProblemException.retryAfter(
                        ProblemType.THROTTLED,
                        "The app has " + open + " jobs that have not ended. Wait for one, or cancel one.",
                        LATER);
            }
        }

        boolean isRepeat() {
            return attempt.isRepeat();
        }

        JobId id(App app) {
            return new JobId(app.id(), attempt.name());
        }

        RunningJob job(App app, JobPlan plan, Caller caller) {
            UUID id = attempt.name();
            return new RunningJob(
                    id,
                    app.id(),
                    app.userPoolId(),
                    plan,
                    plan.needsPreparation() ? JobStage.PREPARE : JobStage.ROWS,
                    0,
                    Instant.EPOCH,
                    seal.seal(id, "caller", StoredCaller.write(json, caller)),
                    seal.seal(id, "salt", seal.newSalt()));
        }
    }

    /** The job that an earlier attempt of the current request has started, if it has. */
    public Optional<JobId> earlier(App app) {
        return admission.isRepeat() ? jobs.find(admission.id(app)) : Optional.empty();
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
        RunningJob job = admission.job(app, plan, caller);
        jobs.remove(job); // of an attempt that was broken off
        jobs.begin(job, caller.subject());
        return new Intake(job, rows);
    }
}
