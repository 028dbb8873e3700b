package io.github.cognitoconnector.ops;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Has whoever exports spans see them without personal data. It stands in the place of the framework's own customizer, which
 * is left out ({@code quarkus.arc.exclude-types}), since what it adds cannot be wrapped any more.
 */
@Singleton
class ExportedSpans implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final List<SpanProcessor> exporters;

    ExportedSpans(@All List<SpanProcessor> exporters) {
        this.exporters = exporters;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSpanProcessorCustomizer((processor, config) -> new HarmlessSpans(processor));
        builder.addTracerProviderCustomizer((provider, config) -> {
            exporters.stream()
                    .filter(exporter -> !(exporter instanceof RemoveableLateBoundSpanProcessor))
                    .forEach(exporter -> provider.addSpanProcessor(new HarmlessSpans(exporter)));
            return provider;
        });
    }
}
