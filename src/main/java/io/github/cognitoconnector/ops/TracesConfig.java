package io.github.cognitoconnector.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Which requests are traced, once {@code quarkus.otel.exporter.otlp.endpoint} says where to. */
@ConfigMapping(prefix = "connector.traces")
public interface TracesConfig {

    /** Of the requests whose callers have not decided it by their {@code traceparent}; a share, 0 to 1. */
    @WithDefault("0.1")
    @DecimalMin("0") @DecimalMax("1") double share();
}
