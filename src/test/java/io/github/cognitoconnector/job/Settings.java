package io.github.cognitoconnector.job;

import java.time.Duration;

/** A configuration that a test makes. */
record Settings(
        int parallelism,
        Duration lease,
        int attempts,
        Duration keptFor,
        Duration sweepInterval,
        int maxOpen,
        int maxWatchers)
        implements JobConfig {

    static Settings lease(Duration lease) {
        return new Settings(16, lease, 50, Duration.ofDays(7), Duration.ofHours(1), 20, 100);
    }
}
