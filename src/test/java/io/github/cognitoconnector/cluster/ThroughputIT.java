package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** An import that no quota slows down, beside a bare loop of the AWS SDK; by turns, so that the machine's moods strike both. */
class ThroughputIT {

    private static final int ROUNDS = Scale.of(2, 3);
    private static final int ROWS = Scale.of("its.throughput.rows", 400, 20_000);
    private static final int PARALLELISM = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * @param latency of Cognito, in milliseconds
     * @param bearable of the bare loop; what is more is bookkeeping
     */
    @ParameterizedTest
    @CsvSource({"0, 0.1", "20, 0.4"})
    void bookkeepingCostsWhatItMay(int latency, double bearable) {
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start();
            cluster.upstream().faults("[{\"operation\": \"AdminCreateUser\", \"latencyMs\": " + latency + "}]");
            List<Double> imports = new ArrayList<>();
            List<Double> loops = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double imported = imported(cluster, replica);
                double looped = looped(cluster.upstream());
                if (round > 0) {
                    imports.add(imported);
                    loops.add(looped);
                }
            }
            double ratio = median(imports) / median(loops);
            Scale.report(
                    "throughput: %d rounds of %,d rows, %d at a time, latency %d ms: import %.0f rows a second, bare loop %.0f, ratio %.2f",
                    ROUNDS, ROWS, PARALLELISM, latency, median(imports), median(loops), ratio);
            assertThat(ratio).isGreaterThan(bearable);
        }
    }

    private static double imported(Cluster cluster, Replica replica) {
        Tenant tenant = cluster.newApp(replica, Map.of("UserCreation", 100_000));
        String id = tenant.upload(replica, ROWS);
        JsonNode job = tenant.ended(replica, id, PATIENCE);
        assertThat(job.path("outcomes").path("created").intValue()).isEqualTo(ROWS);
        Instant start = Instant.parse(job.path("startedAt").textValue());
        Instant end = Instant.parse(job.path("endedAt").textValue());
        return ROWS * 1e3 / Duration.between(start, end).toMillis();
    }

    private static double looped(Upstream upstream) {
        String pool = upstream.newPool();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(PARALLELISM)) {
            for (int row = 1; row <= ROWS; row++) {
                String username = Tenant.username(row);
                threads.execute(() -> create(upstream, pool, username));
            }
        }
        double rate = ROWS * 1e9 / (System.nanoTime() - start);
        assertThat(upstream.usernames(pool)).hasSize(ROWS);
        return rate;
    }

    private static void create(Upstream upstream, String pool, String username) {
        upstream.sdk()
                .adminCreateUser(r -> r.userPoolId(pool)
                        .username(username)
                        .temporaryPassword("Correct-Horse-42")
                        .messageAction(MessageActionType.SUPPRESS)
                        .userAttributes(AttributeType.builder()
                                .name("email")
                                .value(username + "@example.com")
                                .build()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
