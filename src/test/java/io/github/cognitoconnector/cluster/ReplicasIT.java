package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two replicas that share a quota and an import, of which one falls asleep. */
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int QUOTA = 50;

    /** Of a quota in one second: what {@link CallRate} cannot tell from it, and calls that were held up on their way. */
    private static final double JITTER = 1.1;

    private static final int ROWS = Scale.of(1_200, 6_000);
    private static final Duration ASLEEP = Scale.seconds(8, 60);

    @Test
    void shareTheQuotaAndCommitNothingStale() throws InterruptedException {
        try (Cluster cluster = new Cluster();
                CallRate rate = CallRate.of(cluster.upstream(), Upstream.CREATE)) {
            Replica one = cluster.start(lease());
            Replica other = cluster.start(lease());
            Upstream upstream = cluster.upstream();
            upstream.quotas("{\"UserCreation\": " + QUOTA + "}");
            Tenant tenant = cluster.newApp(one, Map.of("UserCreation", QUOTA));
            String job = tenant.upload(one, ROWS);

            await().atMost(PATIENCE).until(() -> upstream.calls(Upstream.CREATE).succeeded() >= ROWS / 3);
            assertThat(List.of(one.metric("connector_jobs_rows_total"), other.metric("connector_jobs_rows_total")))
                    .allSatisfy(rows -> assertThat(rows).isPositive());
            other.freeze();
            Scale.holds(ASLEEP, () -> tenant.isRunning(one, job));
            other.thaw();
            tenant.ended(other, job, PATIENCE);

            report(upstream, rate, one, other);
            tenant.assertCreatedOnce(other, job, ROWS);
            assertThat(upstream.calls(Upstream.CREATE).succeeded()).isEqualTo(ROWS);
        }
    }

    private static String lease() {
        return Scale.isFull() ? "-Dconnector.jobs.lease=15S" : Cluster.SHORT_LEASE;
    }

    private static void report(Upstream upstream, CallRate rate, Replica one, Replica other)
            throws InterruptedException {
        List<Double> seconds = rate.perSecond();
        double most = seconds.stream().mapToDouble(calls -> calls).max().orElse(0);
        Upstream.Calls calls = upstream.calls(Upstream.CREATE);
        Scale.report(
                "two replicas: %,d rows, quota %d, most in one of %d seconds %.1f, %d of %,d calls throttled; one asleep for"
                        + " %d s: 0 stale, 0 twice; fenced %.0f and %.0f, rows %.0f and %.0f",
                ROWS,
                QUOTA,
                seconds.size(),
                most,
                calls.throttled(),
                calls.all(),
                ASLEEP.toSeconds(),
                one.metric("connector_jobs_fenced_total"),
                other.metric("connector_jobs_fenced_total"),
                one.metric("connector_jobs_rows_total"),
                other.metric("connector_jobs_rows_total"));
        assertThat(most).isLessThanOrEqualTo(QUOTA * JITTER);
    }
}
