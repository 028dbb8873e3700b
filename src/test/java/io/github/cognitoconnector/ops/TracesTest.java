package io.github.cognitoconnector.ops;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.OwnApp;
import io.github.cognitoconnector.testing.Tokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Traces as they are exported once there is an endpoint. */
@QuarkusTest
@TestProfile(TracesTest.Exported.class)
class TracesTest {

    private static final String CALLER = "00f067aa0ba902b7";
    private static final String USER = "/v1/apps/demo/users/";

    @Inject
    InMemorySpanExporter exported;

    private final String canary = unique("canary");
    private final String trace = trace();

    /** To where nobody listens: tests have an exporter of their own, which has to see what the other one would. */
    public static final class Exported implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:9",
                    "connector.traces.share", "0",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void aTraceLeadsFromTheCallerOverTheOperationToTheCallOfAws() {
        as(Tokens.demo())
                .header("traceparent", parent("01"))
                .get(USER + canary)
                .then()
                .statusCode(404);

        SpanData request = spans(2).stream()
                .filter(span -> span.getKind() == SpanKind.SERVER)
                .findFirst()
                .orElseThrow();
        assertThat(request.getName()).isEqualTo("GET /v1/apps/{appId}/users/{user}");
        assertThat(request.getParentSpanId()).isEqualTo(CALLER);
        assertThat(texts(request))
                .containsEntry("connector.operation", "getUser")
                .containsEntry("connector.app", "demo")
                .containsEntry("connector.client", "demoapp")
                .containsEntry("connector.problem", "user-not-found")
                .containsEntry("http.route", "/v1/apps/{appId}/users/{user}")
                .containsEntry("http.response.status_code", "404");
        SpanData call = call("AdminGetUser");
        assertThat(call.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(texts(call))
                .containsEntry("rpc.system", "aws-api")
                .containsEntry("error.type", "UserNotFoundException")
                .containsKeys("rpc.service", "aws.request_id");
    }

    @Test
    void aCallThatWasTriedAgainSaysHowOften() {
        Cognito.faults("[{\"operation\": \"AdminGetUser\", \"error\": \"HTTP_500\", \"times\": 1}]");
        as(Tokens.demo())
                .header("traceparent", parent("01"))
                .get(USER + canary)
                .then()
                .statusCode(404);

        spans(2);
        assertThat(texts(call("AdminGetUser"))).containsEntry("http.request.resend_count", "1");
    }

    @Test
    void aSessionThatHadToBeMadeIsInTheTraceOfWhoAskedForIt() {
        OwnApp own = OwnApp.register();
        json(Tokens.platform(), Choices.role("arn:aws:iam::111122223333:role/shop"))
                .put(own.path() + "/credentials")
                .then()
                .statusCode(200);
        as(own.token())
                .header("traceparent", parent("01"))
                .get(own.path() + "/users/nobody")
                .then()
                .statusCode(404);
        own.remove();

        spans(3);
        assertThat(texts(call("AssumeRole"))).containsEntry("rpc.system", "aws-api");
    }

    @Test
    void nothingThatIsExportedNamesAUser() {
        Cognito.faults("[{\"operation\": \"AdminDisableUser\", \"error\": \"HTTP_500\"}]");
        for (String path : List.of(canary, "email:" + canary + "@example.com", canary + "?unknown=" + canary)) {
            as(Tokens.demo()).header("traceparent", parent("01")).get(USER + path);
        }
        as(Tokens.demo())
                .header("traceparent", parent("01"))
                .header("User-Agent", canary)
                .get("/" + canary);
        as(Tokens.demo()).header("traceparent", parent("01")).post(USER + canary + "/disable");
        as(Tokens.demo()).header("traceparent", parent("01")).request(canary.toUpperCase(Locale.ROOT), "/v1/apps");
        json(Tokens.demo(), "{\"username\": \"" + canary + "\", \"password\": \"" + canary + "\"}")
                .header("traceparent", parent("01"))
                .post("/v1/apps/demo/users");

        assertThat(spans(8)).allSatisfy(span -> {
            assertThat(span.toString()).doesNotContainIgnoringCase(canary);
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus().getDescription()).isEmpty();
        });
    }

    @Test
    void callersDecideAndOfTheOthersAShareIsTraced() {
        as(Tokens.demo())
                .header("traceparent", parent("00"))
                .get(USER + canary)
                .then()
                .statusCode(404);
        String other = as(Tokens.demo()).get(USER + canary).path("traceId");
        as(Tokens.demo())
                .header("traceparent", "00-" + trace() + "-" + CALLER + "-01")
                .get("/v1/apps/demo");

        String last = trace();
        as(Tokens.demo())
                .header("traceparent", "00-" + last + "-" + CALLER + "-01")
                .get("/v1/apps/demo");
        await().until(() -> !of(last).isEmpty());
        assertThat(of(trace)).isEmpty();
        assertThat(other).matches("[0-9a-f]{32}");
        assertThat(of(other)).isEmpty();
    }

    private SpanData call(String method) {
        return of(trace).stream()
                .filter(span -> method.equals(span.getAttributes().get(AttributeKey.stringKey("rpc.method"))))
                .findFirst()
                .orElseThrow();
    }

    private List<SpanData> spans(int atLeast) {
        await().untilAsserted(() -> assertThat(of(trace)).hasSizeGreaterThanOrEqualTo(atLeast));
        return of(trace);
    }

    private List<SpanData> of(String traceId) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }

    private String parent(String flags) {
        return "00-" + trace + "-" + CALLER + "-" + flags;
    }

    private static String trace() {
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static Map<String, String> texts(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), entry -> String.valueOf(entry.getValue())));
    }
}
