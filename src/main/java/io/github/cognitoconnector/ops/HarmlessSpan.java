package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.rest.TraceAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span as it is exported: what is on the list and nothing else. Paths and queries name users, exceptions quote what callers
 * and AWS have said; those are in the log, under the same trace id, as far as they may be.
 */
final class HarmlessSpan extends DelegatingSpanData {

    private static final Set<String> EXPORTED = Set.of(
            TraceAttributes.OPERATION.getKey(),
            TraceAttributes.APP.getKey(),
            TraceAttributes.CLIENT.getKey(),
            TraceAttributes.PROBLEM.getKey(),
            TraceAttributes.JOB.getKey(),
            "aws.request_id",
            "error.type",
            "http.request.method",
            "http.request.resend_count",
            "http.response.status_code",
            "http.route",
            "rpc.method",
            "rpc.service",
            "rpc.system");

    private final Attributes attributes;

    HarmlessSpan(SpanData span) {
        super(span);
        attributes = span.getAttributes().toBuilder()
                .removeIf(key -> !EXPORTED.contains(key.getKey()))
                .build();
    }

    /** Without what callers write beside the ids. */
    @Override
    public SpanContext getSpanContext() {
        return bare(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return bare(super.getParentSpanContext());
    }

    private static SpanContext bare(SpanContext context) {
        if (context.getTraceState().isEmpty()) {
            return context;
        }
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }
}
