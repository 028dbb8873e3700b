package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is away when a replica starts, and again when it is asked. */
class DatabaseAtStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What is promised is five seconds; a machine that has much else to do is no failure. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final List<String> OWNER =
            List.of("-Dquarkus.flyway.username=postgres", "-Dquarkus.flyway.password=postgres");

    @Test
    void theReplicaIsUpWithoutItAndServesOnceItIsThere() {
        try (Cluster cluster = new Cluster()) {
            cluster.database().stop();
            Replica replica = cluster.launch();
            await().atMost(PATIENCE).until(replica::isLive);
            assertAway(replica);
            assertThat(replica.ask("GET", "/q/openapi", "").statusCode()).isEqualTo(200);

            double atStart = untilServed(cluster, replica);
            Tenant tenant = cluster.newApp(replica, Map.of());
            tenant.create(replica, "before");

            cluster.database().stop();
            await().atMost(PATIENCE).until(() -> !replica.isReady());
            assertThat(replica.isLive()).isTrue();
            await().atMost(PATIENCE)
                    .until(() -> replica.ask("GET", "/v1/apps", "").statusCode() == 503);
            assertAway(replica);
            double midway = untilServed(cluster, replica);
            tenant.create(replica, "behind");
            Scale.report(
                    "database away at the start, and midway: served again %.1f s and %.1f s behind its return",
                    atStart, midway);
        }
    }

    /** For the role that serves and for the owner of the tables, who has connections of his own. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDatabaseThatSaysNothingHoldsUpNoStart(boolean owner) throws IOException {
        try (Cluster cluster = new Cluster();
                ServerSocket silent = new ServerSocket(0)) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none?sslmode=disable";
            List<String> options = new ArrayList<>(List.of("-Dquarkus.datasource.jdbc.url=" + url));
            options.addAll(owner ? OWNER : List.of());
            Replica replica = cluster.launch(options.toArray(String[]::new));
            await().atMost(PATIENCE).until(replica::isLive);
            assertAway(replica);
            assertThat(replica.output()).contains("The database is away");
        }
    }

    @Test
    void aMigrationThatTakesLongHoldsUpNoStart() throws SQLException {
        try (Cluster cluster = new Cluster()) {
            cluster.start().close();
            Replica replica;
            try (Connection lock = cluster.database().lock("flyway_schema_history")) {
                assertThat(lock.isClosed()).isFalse();
                replica = cluster.launch(OWNER.toArray(String[]::new));
                await().atMost(PATIENCE).until(replica::isLive);
                assertAway(replica);
                assertThat(replica.output()).contains("The schema is not up to date yet");
            }
            replica.awaitReady();
            cluster.newApp(replica, Map.of());
        }
    }

    private static void assertAway(Replica replica) {
        assertThat(replica.isReady()).isFalse();
        HttpResponse<String> answer = replica.ask("GET", "/v1/apps", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        JsonNode problem = Http.parse(answer.body());
        assertThat(problem.path("code").textValue()).isEqualTo("database-unavailable");
        assertThat(problem.path("retryable").booleanValue()).isTrue();
    }

    /** Seconds from the moment that the database takes connections. */
    private static double untilServed(Cluster cluster, Replica replica) {
        cluster.database().startAgain();
        long back = System.nanoTime();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        replica.isReady() && replica.ask("GET", "/v1/apps", "").statusCode() == 200);
        return (System.nanoTime() - back) / 1e9;
    }
}
