package io.github.cognitoconnector.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How requests with an {@code Idempotency-Key} are kept. */
@ConfigMapping(prefix = "connector.idempotency")
public interface IdempotencyConfig {

    /** How long an answer is kept for repeats with its {@code Idempotency-Key}; a duration, 1 h to 7 d. */
    @WithDefault("24H")
    @DurationMin(hours = 1)
    @DurationMax(days = 7)
    Duration keptFor();

    /**
     * After which time a request with a key that has not ended is taken for lost with its replica, so that a repeat goes on
     * where it stopped; a duration, 5 min to 1 h. Longer than any request takes.
     */
    @WithDefault("6M")
    @DurationMin(minutes = 5)
    @DurationMax(hours = 1)
    Duration lostAfter();

    /**
     * The same for a request whose operation reads its body while it arrives; a duration, 5 min to 2 h. Longer than
     * {@code connector.http.upload-timeout} and what is done behind the body.
     */
    @WithDefault("20M")
    @DurationMin(minutes = 5)
    @DurationMax(hours = 2)
    Duration uploadLostAfter();

    /** How often keys are removed whose time is over; a duration, 10 s to 1 h. */
    @WithDefault("1M")
    @DurationMin(seconds = 10)
    @DurationMax(hours = 1)
    Duration sweepInterval();
}
