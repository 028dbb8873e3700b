package io.github.cognitoconnector.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How often callers may ask. */
@ConfigMapping(prefix = "connector.rates")
public interface RatesConfig {

    /**
     * Requests a second that one caller may send about one app in the long run, to all replicas together; a count, 1 to
     * 1,000,000. Beyond it 429.
     */
    @WithDefault("500")
    @Min(1) @Max(1_000_000) int requestsPerSecond();

    /** Requests that such a caller may send at once after a pause; a count, 1 to 1,000,000. */
    @WithDefault("1000")
    @Min(1) @Max(1_000_000) int burst();

    /**
     * Requests with a token that is not taken that an address may send in a minute to one replica; a count, 1 to 1,000,000.
     * Beyond it 429 for tokens from there that are not remembered, which are refused unseen until some time has passed.
     */
    @WithDefault("600")
    @Min(1) @Max(1_000_000) int failedAuthenticationsPerMinute();
}
