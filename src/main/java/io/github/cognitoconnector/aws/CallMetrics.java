package io.github.cognitoconnector.aws;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Calls of AWS's services in figures: each call with all its attempts, and the attempts. */
final class CallMetrics {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterProvider<Timer> calls;
    private final MeterProvider<Counter> attempts;

    CallMetrics(MeterRegistry registry) {
        calls = Timer.builder("connector.aws.calls")
                .description("Calls of AWS's services by this replica, each with all its attempts")
                .serviceLevelObjectives(LIMITS)
                .withRegistry(registry);
        attempts = Counter.builder("connector.aws.attempts")
                .description(
                        "Requests that this replica has sent to AWS's services, repeats of the same call among them")
                .withRegistry(registry);
    }

    void attempted(String service, String operation) {
        attempts.withTags(of(service, operation)).increment();
    }

    void ended(String service, String operation, CallOutcome outcome, Duration time) {
        calls.withTags(of(service, operation).and("outcome", outcome.tag())).record(time);
    }

    private static Tags of(String service, String operation) {
        return Tags.of("service", service, "operation", operation);
    }
}
