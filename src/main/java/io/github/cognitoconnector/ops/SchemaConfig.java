package io.github.cognitoconnector.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The database's schema. */
@ConfigMapping(prefix = "connector.schema")
public interface SchemaConfig {

    /**
     * How long a replica whose role may not change the schema waits at its start for somebody else to bring it up to
     * date, before it ends with code 1; 1 s to 1 h.
     */
    @WithDefault("5M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration patience();
}
