package io.github.cognitoconnector.credentials;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When to warn of credentials that end. */
@ConfigMapping(prefix = "connector.credentials")
public interface CredentialsConfig {

    /** How long before the end of a certificate it is warned of; a duration, 1 h to 365 d. */
    @WithDefault("30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 365)
    Duration warnBefore();

    /** How often it is looked for certificates and sessions near their end; a duration, 10 s to 1 d. */
    @WithDefault("10M")
    @DurationMin(seconds = 10)
    @DurationMax(days = 1)
    Duration watchInterval();
}
