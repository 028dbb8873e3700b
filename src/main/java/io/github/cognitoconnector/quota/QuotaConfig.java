package io.github.cognitoconnector.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

/** How Cognito's request quotas are shared out. */
@ConfigMapping(prefix = "connector.quotas")
public interface QuotaConfig {

    /**
     * Requests a second by quota category, in whatever case, where they are not AWS's defaults; 0.1 to 100000.
     * {@code PerPoolAndOperation} is what operations on groups and clients have in each pool besides.
     */
    Map<String, Double> limits();

    /**
     * How far callers may be ahead of the quota, as a share of a second's requests, so that they need not wait behind jobs;
     * 0 to 1.
     */
    @WithDefault("0.2")
    @DecimalMin("0") @DecimalMax("1") double reserve();
}
