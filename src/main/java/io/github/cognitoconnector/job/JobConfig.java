package io.github.cognitoconnector.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How jobs are worked on and kept. */
@ConfigMapping(prefix = "connector.jobs")
public interface JobConfig {

    /**
     * Jobs' rows in flight at a time on this replica; a count, 1 to 64. As many again are claimed and wait.
     *
     * @see <a href="operations.md#jobs">operations</a>
     */
    @WithDefault("16")
    @Min(1) @Max(64) int parallelism();

    /**
     * How long a replica counts as alive after it was heard of, so that others leave its rows to it; a duration, 5 s to 60 s.
     * It is heard of three times in that time.
     */
    @WithDefault("15S")
    @DurationMin(seconds = 5)
    @DurationMax(seconds = 60)
    Duration lease();

    /** How often a row is tried whose failure may pass, before it is rejected; a count, 1 to 1000. */
    @WithDefault("50")
    @Min(1) @Max(1000) int attempts();

    /** How long a job and its rows are kept after it has ended or was paused; a duration, 1 h to 90 d. */
    @WithDefault("7D")
    @DurationMin(hours = 1)
    @DurationMax(days = 90)
    Duration keptFor();

    /** How often jobs are removed whose time is over; a duration, 1 s to 1 d. */
    @WithDefault("1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration sweepInterval();

    /** Jobs of an app that have not ended, uploads under way among them; a count, 1 to 1000. Beyond it 429. */
    @WithDefault("20")
    @Min(1) @Max(1000) int maxOpen();

    /**
     * Callers who watch jobs by their events at a time on this replica; a count, 1 to 1000. Beyond it 503
     * {@code overloaded}.
     */
    @WithDefault("100")
    @Min(1) @Max(1000) int maxWatchers();
}
