package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.problem.HttpAnswer;
import io.github.cognitoconnector.rest.PathTemplates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Requests by operation: how long they took, how they ended, and which problems they were answered with. */
@ApplicationScoped
class RequestMetrics {

    /** Behind the log, before whatever answers. */
    static final int EARLY = 4900;

    private static final String FRAMEWORK = "/q/";
    private static final String OPERATION = "operation";

    private static final Duration[] LIMITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PathTemplates paths;
    private final MeterProvider<Timer> requests;
    private final MeterProvider<Counter> problems;

    RequestMetrics(PathTemplates paths, MeterRegistry registry) {
        this.paths = paths;
        this.requests = Timer.builder("connector.requests")
                .description("Requests to the API, from their headers to the end of the answer")
                .serviceLevelObjectives(LIMITS)
                .withRegistry(registry);
        this.problems = Counter.builder("connector.problems")
                .description("Problems that requests were answered with")
                .withRegistry(registry);
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, EARLY);
    }

    private void open(RoutingContext request) {
        if (!request.request().uri().startsWith(FRAMEWORK)) {
            long begun = System.nanoTime();
            request.addEndHandler(end -> count(request, begun, end.failed()));
        }
        request.next();
    }

    private void count(RoutingContext request, long begun, boolean gone) {
        String operation = paths.operationOf(request.request().method().name(), request.normalizedPath());
        String outcome = gone ? "gone" : outcome(request.response().getStatusCode());
        requests.withTags(Tags.of(OPERATION, operation, "outcome", outcome))
                .record(Duration.ofNanos(System.nanoTime() - begun));
        String problem = HttpAnswer.codeOf(request);
        if (problem != null) {
            problems.withTags(Tags.of(OPERATION, operation, "problem", problem)).increment();
        }
    }

    /** Refused is the caller's affair, failed is ours or AWS's. */
    private static String outcome(int status) {
        if (status >= 500) {
            return "failed";
        }
        return status >= 400 ? "refused" : "ok";
    }
}
