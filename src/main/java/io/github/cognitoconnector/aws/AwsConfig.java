package io.github.cognitoconnector.aws;

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

/** How the services of AWS are called that make sessions and unwrap keysets: STS, IAM Roles Anywhere, KMS. */
@ConfigMapping(prefix = "connector.aws")
public interface AwsConfig {

    /** Base URL of another AWS STS. */
    @ConfigDocDefault("the region's own")
    Optional<URI> stsEndpoint();

    /** Base URL of another IAM Roles Anywhere. */
    @ConfigDocDefault("the region's own")
    Optional<URI> rolesAnywhereEndpoint();

    /** Base URL of another AWS KMS. */
    @ConfigDocDefault("the region's own")
    Optional<URI> kmsEndpoint();

    /**
     * Time for a call to STS, IAM Roles Anywhere or KMS with all its retries; a duration, 1 s to 60 s. Requests of an app wait
     * that long at most for a session.
     */
    @WithDefault("5S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 60)
    Duration deadline();

    /** Connections to these services of a region at a time, for all apps together; a count, 1 to 1000. */
    @WithDefault("50")
    @Min(1) @Max(1000) int maxConnections();
}
