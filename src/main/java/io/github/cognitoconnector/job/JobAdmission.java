package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whether a further job is let in. */
@ApplicationScoped
class JobAdmission {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final JobConfig config;
    private final SecretVault vault;

    JobAdmission(JobConfig config, SecretVault vault) {
        this.config = config;
        this.vault = vault;
    }

    /**
     * @param open how many jobs of the app have not ended
     * @throws ProblemException why it is not let in
     */
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
}
