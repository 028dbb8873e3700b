package io.github.cognitoconnector.ops;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Nothing is recorded as long as nobody has said where to send it. Ids of traces are made and passed on all the same. */
class TracesSampler {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String TRACES_ENDPOINT = "quarkus.otel.exporter.otlp.traces.endpoint";

    private TracesSampler() {}

    @Produces
    @Singleton
    static Sampler sampler(Config config, TracesConfig traces) {
        return hasEndpoint(config)
                ? Sampler.parentBased(Sampler.traceIdRatioBased(traces.share()))
                : Sampler.alwaysOff();
    }

    static boolean hasEndpoint(Config config) {
        return Stream.of(ENDPOINT, TRACES_ENDPOINT)
                .flatMap(key -> config.getOptionalValue(key, String.class).stream())
                .anyMatch(endpoint -> !endpoint.isBlank());
    }
}
