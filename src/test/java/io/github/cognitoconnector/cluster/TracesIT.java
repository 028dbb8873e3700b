package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a collector receives over OTLP from the production artifact. Texts stand in its bytes as they are. */
class TracesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String USER = "mallory-0815";

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Test
    void spansOfOperationAndCallArriveAndNobodyIsNamed() throws IOException {
        HttpServer collector = collector();
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start(
                    "-Dquarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:"
                            + collector.getAddress().getPort(),
                    "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                    "-Dconnector.traces.share=1");
            Tenant tenant = cluster.newApp(replica, Map.of());
            assertThat(replica.status("GET", tenant.path("/users/" + USER), "")).isEqualTo(404);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(String.join("", received))
                            .contains(
                                    "GET /v1/apps/{appId}/users/{user}",
                                    "connector.operation",
                                    "getUser",
                                    tenant.id(),
                                    "localoperator",
                                    "CognitoIdentityProvider.AdminGetUser",
                                    "UserNotFoundException",
                                    "aws.request_id"));
            assertThat(String.join("", received)).doesNotContain(USER, "exception.");
        } finally {
            collector.stop(0);
        }
    }

    private HttpServer collector() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
