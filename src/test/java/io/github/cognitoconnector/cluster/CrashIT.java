package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A service that is killed over and over while it works on an import. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int ROWS = Scale.of("its.crash.rows", 1_500, 10_000);
    private static final int KILLS = Scale.of("its.crash.kills", 4, 20);
    private static final Map<String, Integer> QUOTAS = Map.of("UserCreation", Scale.of("its.crash.quota", 500, 50));

    private final long seed = Long.getLong("its.seed", System.nanoTime());

    @Test
    void everyRowIsDoneOnceHoweverOftenTheServiceIsKilled() {
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start();
            Duration undisturbed = run(cluster, replica, List.of());
            List<Integer> points = new Random(seed)
                    .ints(KILLS, ROWS / 50, ROWS)
                    .sorted()
                    .boxed()
                    .toList();
            Duration disturbed = run(cluster, replica, points);

            Upstream.Calls calls = cluster.upstream().calls(Upstream.CREATE);
            Scale.report(
                    "crash: %,d rows, %d kills (its.seed=%d) at %s: 0 lost, 0 twice; %,d calls of AdminCreateUser, of which"
                            + " %,d created; %.1f s, undisturbed %.1f s, ratio %.2f",
                    ROWS,
                    KILLS,
                    seed,
                    points,
                    calls.all(),
                    calls.succeeded(),
                    disturbed.toMillis() / 1e3,
                    undisturbed.toMillis() / 1e3,
                    (double) disturbed.toMillis() / undisturbed.toMillis());
            assertThat(calls.succeeded()).isEqualTo(ROWS);
        }
    }

    /** @param points how many users were created when the service is killed */
    private static Duration run(Cluster cluster, Replica first, List<Integer> points) {
        Tenant tenant = cluster.newApp(first, QUOTAS);
        cluster.upstream().reset();
        long start = System.nanoTime();
        String job = tenant.upload(first, ROWS);
        Replica replica = first;
        for (int point : points) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> cluster.upstream().calls(Upstream.CREATE).succeeded() >= point);
            replica.kill();
            replica = cluster.start(Cluster.SHORT_LEASE);
        }
        tenant.ended(replica, job, PATIENCE);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        tenant.assertCreatedOnce(replica, job, ROWS);
        return took;
    }
}
