package io.github.cognitoconnector.pool;

import java.time.Duration;
import java.util.Locale;

/**
 * How long something lasts, in the unit in which Cognito was told.
 *
 * @param unit {@code seconds}, {@code minutes}, {@code hours} or {@code days}
 */
public record Lifetime(int value, String unit) {

    Duration toDuration() {
        return switch (unit) {
            case "seconds" -> Duration.ofSeconds(value);
            case "minutes" -> Duration.ofMinutes(value);
            case "hours" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
        };
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d %s", value, unit);
    }
}
