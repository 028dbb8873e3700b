package io.github.cognitoconnector.aws;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts the calls of the SDK's clients of one service, and tells their spans what the SDK's instrumentation leaves out. */
final class CallWatch implements ExecutionInterceptor {

    static final String RESENT = "http.request.resend_count";
    static final String ERROR = "error.type";

    private static final ExecutionAttribute<Long> BEGUN =
            new ExecutionAttribute<>(CallWatch.class.getName() + ".begun");
    private static final ExecutionAttribute<Integer> SENT =
            new ExecutionAttribute<>(CallWatch.class.getName() + ".sent");

    private final String service;
    private final CallMetrics metrics;

    CallWatch(String service, CallMetrics metrics) {
        this.service = service;
        this.metrics = metrics;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGUN, System.nanoTime());
        attributes.putAttribute(SENT, 0);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        int sent = attributes.getAttribute(SENT);
        if (sent > 0) {
            Span.current().setAttribute(RESENT, sent);
        }
        attributes.putAttribute(SENT, sent + 1);
        metrics.attempted(service, operation(attributes));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        ended(attributes, CallOutcome.OK);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        CallOutcome outcome = CallOutcome.of(context.exception());
        Integer sent = attributes.getAttribute(SENT);
        if (sent != null && sent > 0) {
            describe(Span.current(), context.exception(), outcome);
        }
        ended(attributes, outcome);
    }

    private static void describe(Span span, Throwable failure, CallOutcome outcome) {
        String code = CallOutcome.code(failure);
        span.setAttribute(ERROR, code.isEmpty() ? outcome.tag() : code);
        if (failure instanceof AwsServiceException answer) {
            span.setAttribute("aws.request_id", answer.requestId());
            span.setAttribute("http.response.status_code", answer.statusCode());
        }
    }

    /** What was given up while it waited for its quota is no call. */
    private void ended(ExecutionAttributes attributes, CallOutcome outcome) {
        Long begun = attributes.getAttribute(BEGUN);
        if (begun != null) {
            metrics.ended(service, operation(attributes), outcome, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
