package io.github.cognitoconnector.secret;

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
     * Tink keyset of AEAD keys as JSON, or {@code file:} and the path of such a file. Every replica needs the same one.
     * Without it no app can keep secrets, each process makes a keyset of its own at start, and cursors end with the
     * process.
     */
    Optional<String> keyset();

    /** ARN of the AWS KMS key (no alias) that has encrypted the keyset; without it the keyset is in clear. */
    Optional<String> kmsKeyArn();

    /** How often a keyset in a file is looked at for a change; a duration, 1 s to 1 h. */
    @WithDefault("30S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration reloadInterval();
}
