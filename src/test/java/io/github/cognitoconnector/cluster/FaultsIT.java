package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A Cognito that fails, and connections that break behind what was done. */
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration EACH = Scale.seconds(5, 60);
    private static final int QUOTA = 50;
    private static final int ROWS = QUOTA * (int) EACH.toSeconds() * 3;

    @Test
    void theJobOutlastsThemAndEveryRowIsCreated() {
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start();
            Upstream upstream = cluster.upstream();
            Tenant tenant = cluster.newApp(replica, Map.of("UserCreation", QUOTA));
            String job = tenant.upload(replica, ROWS);
            await().atMost(PATIENCE).until(() -> upstream.calls(Upstream.CREATE).succeeded() > 0);

            Callable<Boolean> goesOn = () -> tenant.isRunning(replica, job);
            int[] calls = {during(upstream, 0.1, goesOn), during(upstream, 0.5, goesOn), during(upstream, 1, goesOn)};
            upstream.faults("[]");
            long cleared = System.nanoTime();
            int then = upstream.calls(Upstream.CREATE).succeeded();
            await().atMost(PATIENCE).until(() -> upstream.calls(Upstream.CREATE).succeeded() >= then + QUOTA);
            double recovered = (System.nanoTime() - cleared) / 1e9;
            tenant.ended(replica, job, PATIENCE);

            tenant.assertCreatedOnce(replica, job, ROWS);
            int all = upstream.calls(Upstream.CREATE).all();
            Scale.report(
                    "faults: %,d rows, %d s each of 10, 50 and 100 %% failures: all created; %d, %d and %d calls meanwhile, %.1f s"
                            + " until %d more were created; %,d calls of AdminCreateUser, %.3f for a row",
                    ROWS, EACH.toSeconds(), calls[0], calls[1], calls[2], recovered, QUOTA, all, (double) all / ROWS);
        }
    }

    /** Half of them answers, half of them none; of those some behind what was done, unless all fail. Returns the calls. */
    private static int during(Upstream upstream, double rate, Callable<Boolean> meanwhile) {
        int before = upstream.calls(Upstream.CREATE).all();
        double first = rate / 2;
        upstream.faults("""
                [{"operation": "AdminCreateUser", "error": "HTTP_500", "rate": %s},
                 {"operation": "AdminCreateUser", "error": "RESET", "afterEffect": %s, "rate": %s}]""".formatted(first, rate < 1, first / (1 - first)));
        Scale.holds(EACH, meanwhile);
        int calls = upstream.calls(Upstream.CREATE).all() - before;
        assertThat(calls).isPositive();
        return calls;
    }
}
