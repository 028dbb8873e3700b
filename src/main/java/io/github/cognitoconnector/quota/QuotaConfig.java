package io.github.cognitoconnector.quota;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

/** How Cognito's request quotas are shared out. */
@ConfigMapping(prefix = "connector.quotas")
public interface QuotaConfig {

    /**
     * Requests a second that Cognito grants the account in a category such as {@code UserRead}, in whatever case; 0.1 to 100000.
     * {@code PerPoolAndOperation} (5) is what operations on groups and clients have in each pool besides. Of an unknown category
     * the service does not start. An app can have its own ({@code quotas}).
     *
     * @see <a href="operations.md#request-quotas">operations</a>
     */
    @ConfigDocMapKey("category")
    @ConfigDocDefault("AWS's defaults")
    Map<String, Double> limits();

    /**
     * How far callers may be ahead of the quota, as a share of a second's requests, so that they need not wait behind jobs;
     * 0 to 1.
     */
    @WithDefault("0.2")
    @DecimalMin("0") @DecimalMax("1") double reserve();
}
