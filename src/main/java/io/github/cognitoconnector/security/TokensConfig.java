package io.github.cognitoconnector.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How access tokens are verified. */
@ConfigMapping(prefix = "connector.tokens")
public interface TokensConfig {

    /** Verified tokens that are remembered; a count, 0 to 1,000,000. One takes less than 2 KiB. */
    @WithDefault("10000")
    @Min(0) @Max(1_000_000) int remembered();

    /**
     * The keys of an issuer are fetched at most once in this time, however many tokens name keys that it does not have; a
     * duration, 1 s to 1 h.
     */
    @WithDefault("10S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration keysInterval();

    /** Keys older than this are fetched anew while they go on being used; a duration, 1 min to 1 d. */
    @WithDefault("10M")
    @DurationMin(minutes = 1)
    @DurationMax(days = 1)
    Duration keysMaxAge();

    /** Time for a fetch of keys; a duration, 100 ms to 30 s. */
    @WithDefault("3S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 30)
    Duration keysDeadline();
}
