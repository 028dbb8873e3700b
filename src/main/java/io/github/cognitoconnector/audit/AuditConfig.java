package io.github.cognitoconnector.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What is done now and then for the audit trail. */
@ConfigMapping(prefix = "connector.audit")
public interface AuditConfig {

    /** How long a mutation may be under way before its outcome is taken for unknown; a duration, 1 min to 1 h. */
    @WithDefault("5M")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 1)
    Duration unknownAfter();

    /** How often it is looked for mutations whose outcome is unknown; a duration, 10 s to 1 h. */
    @WithDefault("1M")
    @DurationMin(seconds = 10)
    @DurationMax(hours = 1)
    Duration sweepInterval();

    /** How often audit rows are removed that are older than their app has them kept; a duration, 1 min to 1 d. */
    @WithDefault("1H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 1)
    Duration retentionInterval();

    /**
     * How long audit rows are kept that concern no app, or one that was removed; days, 90 to 3650. An app's own are its
     * {@code audit.retentionDays}.
     */
    @WithDefault("365")
    @Min(90) @Max(3650) int retentionDays();
}
