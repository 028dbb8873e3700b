package io.github.cognitoconnector.credentials;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When to warn of credentials that end. */
@ConfigMapping(prefix = "connector.credentials")
public interface CredentialsConfig {

    /** How long before the end of a certificate it is warned of; a duration, 1 h to 365 d. */
    @WithDefault("30D")
    Duration warnBefore();
}
