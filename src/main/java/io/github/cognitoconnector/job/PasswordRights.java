package io.github.cognitoconnector.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.PlannedStep;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who gets the passwords of a job. Whoever has a user's password can act as he: that is the affair of whoever has had him made,
 * and of the platform.
 */
@ApplicationScoped
class PasswordRights {

    private final ResultRepository results;
    private final RowSeal seal;
    private final ObjectMapper json;
    private final SecurityIdentity identity;
    private final DryRun dryRun;

    PasswordRights(
            ResultRepository results, RowSeal seal, ObjectMapper json, SecurityIdentity identity, DryRun dryRun) {
        this.results = results;
        this.seal = seal;
        this.json = json;
        this.identity = identity;
        this.dryRun = dryRun;
    }

    /**
     * Has to be asked before passwords are taken: they are taken while they are written, which no dry run comes to.
     *
     * @throws ProblemException {@code JOB_NOT_FOUND}, {@code FORBIDDEN}
     */
    void check(JobId job) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        Caller owner = StoredCaller.read(json, seal.openCaller(job.id(), results.caller(job)));
        if (!isSame(owner, caller) && !(caller.appScope() instanceof AppScope.Everything)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "Only who has started the job, or the platform, gets its passwords.");
        }
        if (dryRun.isOn()) {
            dryRun.plan(PlannedStep.of("takeJobPasswords"));
        }
    }

    private static boolean isSame(Caller one, Caller other) {
        return one.userPoolId().equals(other.userPoolId())
                && one.clientId().equals(other.clientId())
                && one.subject().equals(other.subject());
    }
}
