package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An import as fast as the quota allows, and somebody who creates a user now and then. */
class QuotaIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int QUOTA = 50;
    private static final int SECONDS = Scale.of("its.quota.seconds", 20, 600);
    private static final int ROWS = QUOTA * (SECONDS + 2);

    /** Of what a create takes when nothing else is done; a machine that has much else to do is no failure. */
    private static final double BEARABLE = 10;

    private static final Duration AT_LEAST = Duration.ofMillis(50);

    @Test
    void importTakesTheQuotaAndLeavesRoomForCallers() throws InterruptedException {
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start();
            Upstream upstream = cluster.upstream();
            Tenant tenant = cluster.newApp(replica, Map.of("UserCreation", QUOTA));
            upstream.quotas("{\"UserCreation\": " + QUOTA + "}");
            creates(tenant, replica, "warm", 20, 100);
            Duration idle = high(creates(tenant, replica, "idle", Math.min(SECONDS, 100), 200));
            int before = upstream.calls(Upstream.CREATE).all();

            String job = tenant.upload(replica, ROWS);
            await().atMost(PATIENCE).until(() -> upstream.calls(Upstream.CREATE).all() >= before + QUOTA);
            long start = System.nanoTime();
            int first = upstream.calls(Upstream.CREATE).succeeded();
            Duration busy = high(creates(tenant, replica, "busy", SECONDS - 1, 1_000));
            double rate = (upstream.calls(Upstream.CREATE).succeeded() - first) / ((System.nanoTime() - start) / 1e9);
            tenant.ended(replica, job, PATIENCE);

            report(upstream.calls(Upstream.CREATE), rate, idle, busy);
            tenant.assertCreatedOnce(replica, job, ROWS);
        }
    }

    private static void report(Upstream.Calls calls, double rate, Duration idle, Duration busy) {
        double throttled = 100.0 * calls.throttled() / calls.all();
        Scale.report(
                "quota %d: %d s: %.2f calls a second, %.1f %% of it; %d of %,d throttled, %.2f %%; p99 of a create %.1f ms,"
                        + " idle %.1f ms, ratio %.2f",
                QUOTA,
                SECONDS,
                rate,
                100 * rate / QUOTA,
                calls.throttled(),
                calls.all(),
                throttled,
                busy.toNanos() / 1e6,
                idle.toNanos() / 1e6,
                (double) busy.toNanos() / idle.toNanos());
        assertThat(rate / QUOTA).isBetween(0.95, 1.0);
        assertThat(throttled).isLessThanOrEqualTo(0.5);
        assertThat((double) busy.toNanos()).isLessThan(BEARABLE * Math.max(idle.toNanos(), AT_LEAST.toNanos()));
    }

    private static List<Duration> creates(Tenant tenant, Replica replica, String prefix, int times, int everyMillis)
            throws InterruptedException {
        List<Duration> durations = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            TimeUnit.NANOSECONDS.sleep(
                    start + TimeUnit.MILLISECONDS.toNanos((long) i * everyMillis) - System.nanoTime());
            durations.add(tenant.create(replica, prefix + "-" + i));
        }
        return durations;
    }

    /** The 99th percentile; of fewer than a hundred the longest. */
    private static Duration high(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
    }
}
