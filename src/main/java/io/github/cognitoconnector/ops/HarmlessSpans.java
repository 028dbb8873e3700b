package io.github.cognitoconnector.ops;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/** Stands before whoever exports spans, and shows them as {@link HarmlessSpan}s. */
record HarmlessSpans(SpanProcessor exporter) implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        exporter.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
        return exporter.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        exporter.onEnd(new Ended(span, new HarmlessSpan(span.toSpanData())));
    }

    @Override
    public boolean isEndRequired() {
        return exporter.isEndRequired();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return exporter.forceFlush();
    }

    private record Ended(ReadableSpan span, SpanData data) implements ReadableSpan {

        @Override
        public SpanData toSpanData() {
            return data;
        }

        @Override
        public SpanContext getSpanContext() {
            return data.getSpanContext();
        }

        @Override
        public SpanContext getParentSpanContext() {
            return data.getParentSpanContext();
        }

        @Override
        public String getName() {
            return data.getName();
        }

        @Override
        @Deprecated
        public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
            return span.getInstrumentationLibraryInfo();
        }

        @Override
        public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return data.getInstrumentationScopeInfo();
        }

        @Override
        public boolean hasEnded() {
            return true;
        }

        @Override
        public long getLatencyNanos() {
            return span.getLatencyNanos();
        }

        @Override
        public SpanKind getKind() {
            return data.getKind();
        }

        @Override
        public <T> @Nullable T getAttribute(AttributeKey<T> key) {
            return data.getAttributes().get(key);
        }

        @Override
        public Attributes getAttributes() {
            return data.getAttributes();
        }
    }
}
