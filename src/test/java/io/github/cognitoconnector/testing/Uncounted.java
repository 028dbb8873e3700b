package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.aws.AwsCalls;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

/** For what is tested without anybody who looks at its metrics and traces. */
public final class Uncounted {

    private Uncounted() {}

    public static AwsCalls calls() {
        return new AwsCalls(new SimpleMeterRegistry(), OpenTelemetry.noop());
    }
}
