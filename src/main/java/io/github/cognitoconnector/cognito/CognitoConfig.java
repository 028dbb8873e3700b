package io.github.cognitoconnector.cognito;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How Cognito is called. */
@ConfigMapping(prefix = "connector.cognito")
public interface CognitoConfig {

    /**
     * Base URL of another Cognito, which then issues the tokens too ({@code <endpoint>/<pool id>}); for tests and local use.
     */
    @ConfigDocDefault("the region's own")
    Optional<URI> endpoint();

    /** Time for a call to Cognito with all its retries; a duration, 1 s to 60 s. */
    @WithDefault("10S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 60)
    Duration deadline();

    /** Time to connect; a duration, 100 ms to 10 s. */
    @WithDefault("2S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 10)
    Duration connectTimeout();

    /** Connections to Cognito at a time, for all apps together; a count, 1 to 1000. */
    @WithDefault("100")
    @Min(1) @Max(1000) int maxConnections();

    /**
     * Apps with credentials of their own whose clients and sessions are kept at a time; a count, 1 to 10000. Beyond it the one
     * that was not used for the longest time is closed, and made anew when it is needed.
     */
    @WithDefault("1000")
    @Min(1) @Max(10_000) int maxClients();
}
