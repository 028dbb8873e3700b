package io.github.cognitoconnector.secret;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How secrets are encrypted. */
@ConfigMapping(prefix = "connector.secrets")
public interface SecretsConfig {

    /**
     * Tink keyset of AEAD keys in JSON, or {@code file:} and the path of such a file. Every replica needs the same one. Without
     * it each process makes one of its own at start: apps cannot keep secrets, there are no jobs, and cursors work on one
     * replica only and end with it.
     *
     * @see <a href="operations.md#secrets-and-their-keyset">operations</a>
     */
    @ConfigDocDefault("made at start")
    Optional<String> keyset();

    /** ARN of the AWS KMS key (not of an alias) that has encrypted the keyset; without it the keyset is in clear. */
    Optional<String> kmsKeyArn();

    /** How often a keyset in a file is looked at for a change; a duration, 1 s to 1 h. */
    @WithDefault("30S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration reloadInterval();
}
