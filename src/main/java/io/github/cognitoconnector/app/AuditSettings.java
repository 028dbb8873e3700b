package io.github.cognitoconnector.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail of an app keeps.
 *
 * @param retentionDays how long a row is kept, in days; default 365
 * @param values names of the user attributes whose new values are kept; of all others only the name is. Default none
 */
public record AuditSettings(
        @Min(1) @Max(3650) @Nullable Integer retentionDays,

        @Nullable @Size(max = 50) List<@NotNull @Printable @Size(min = 1, max = 32) String> values) {

    private static final int DEFAULT_DAYS = 365;

    /** How long a row is kept. */
    public int days() {
        return retentionDays == null ? DEFAULT_DAYS : retentionDays;
    }

    /** The attributes whose values are kept. */
    public List<String> attributes() {
        return App.orEmpty(values);
    }

    /** With nothing left out. */
    static AuditSettings complete(@Nullable AuditSettings given) {
        return given == null
                ? new AuditSettings(DEFAULT_DAYS, List.of())
                : new AuditSettings(given.days(), given.attributes());
    }
}
