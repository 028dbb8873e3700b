package io.github.cognitoconnector.job;

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
    private final SecurityIdentity identity;
    private final DryRun dryRun;

    PasswordRights(ResultRepository results, SecurityIdentity identity, DryRun dryRun) {
        this.results = results;
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
        ResultRepository.Owner owner = results.owner(job);
        boolean own = owner.userPoolId().equals(caller.userPoolId())
                && owner.subject().equals(caller.subject());
        if (!own && !(caller.appScope() instanceof AppScope.Everything)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "Only who has started the job, or the platform, gets its passwords.");
        }
        if (dryRun.isOn()) {
            dryRun.plan(PlannedStep.of("takeJobPasswords"));
        }
    }
}
