package io.github.cognitoconnector.aws;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.awssdk.v2_2.AwsSdkTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts, times and traces the calls of AWS's services. */
@ApplicationScoped
public class AwsCalls {

    private final CallMetrics metrics;
    private final ExecutionInterceptor traces;
    private final Tracer tracer;

    public AwsCalls(MeterRegistry registry, OpenTelemetry telemetry) {
        this.metrics = new CallMetrics(registry);
        this.traces = AwsSdkTelemetry.create(telemetry).newExecutionInterceptor();
        this.tracer = telemetry.getTracer(AwsCalls.class.getName());
    }

    /**
     * For the clients of the SDK of one service, behind those that hold calls up before they begin.
     *
     * @param service as AWS's endpoints are called
     */
    public List<ExecutionInterceptor> interceptors(String service) {
        return List.of(new CallWatch(service, metrics), traces); // the span of a failed call ends in this order
    }

    /** A call that is made without a client of the SDK. */
    public Call begin(String service, String operation) {
        return new Call(service, operation);
    }

    /** One that is under way, with all its attempts; of one thread. */
    public final class Call {

        private final String service;
        private final String operation;
        private final Span span;
        private final long begun = System.nanoTime();
        private int attempts;

        private Call(String service, String operation) {
            this.service = service;
            this.operation = operation;
            this.span = tracer.spanBuilder(service + "." + operation)
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute("rpc.system", "aws-api")
                    .setAttribute("rpc.service", service)
                    .setAttribute("rpc.method", operation)
                    .startSpan();
        }

        /** A request is sent. */
        public void attempt() {
            if (attempts > 0) {
                span.setAttribute(CallWatch.RESENT, attempts);
            }
            attempts++;
            metrics.attempted(service, operation);
        }

        public void end(CallOutcome outcome) {
            if (outcome != CallOutcome.OK) {
                span.setAttribute(CallWatch.ERROR, outcome.tag()).setStatus(StatusCode.ERROR);
            }
            span.end();
            metrics.ended(service, operation, outcome, Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
