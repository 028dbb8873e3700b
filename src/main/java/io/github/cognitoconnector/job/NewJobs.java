package io.github.cognitoconnector.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Jobs as they come in. All attempts of a request are about the same one, which is named by the first of them. */
@ApplicationScoped
class NewJobs {

    private final JobSeal seal;
    private final ObjectMapper json;
    private final Attempt attempt;

    NewJobs(JobSeal seal, ObjectMapper json, Attempt attempt) {
        this.seal = seal;
        this.json = json;
        this.attempt = attempt;
    }

    /** What the job of an earlier attempt of the current request would be called; empty if there was no such attempt. */
    Optional<JobId> earlier(App app) {
        return attempt.isRepeat() ? Optional.of(new JobId(app.id(), attempt.name())) : Optional.empty();
    }

    /** The job of the current request. */
    RunningJob of(App app, JobPlan plan, Caller caller) {
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
