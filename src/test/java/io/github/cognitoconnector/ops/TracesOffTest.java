package io.github.cognitoconnector.ops;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Tokens;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TracesOffTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    InMemorySpanExporter exported;

    @Inject
    OpenTelemetry telemetry;

    /** Not even where the caller would have it traced; ids are passed on all the same. */
    @Test
    void nothingIsTracedAsLongAsThereIsNoEndpoint() {
        as(Tokens.demo())
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/v1/apps/demo/users/nobody-at-all")
                .then()
                .statusCode(404)
                .body("traceId", equalTo(TRACE));
        assertThat(telemetry.getTracer("test").spanBuilder("a").startSpan().isRecording())
                .isFalse();
        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }
}
