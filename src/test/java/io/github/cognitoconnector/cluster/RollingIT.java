package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Replicas that are told to stop while callers and jobs are at work. */
class RollingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What docs/operations.md asks to leave a replica before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final int CALLERS = 16;
    private static final int REQUESTS = Scale.of(200, 2_000);
    private static final int ROWS = Scale.of(600, 6_000);
    private static final String DELAY = "-Dquarkus.shutdown.delay=2S";

    /** Longer than it takes until nobody sends a request any more: some are in flight then. */
    private static final String SLOW = """
            [{"operation": "AdminGetUser", "latencyMs": 3000}, {"operation": "AdminCreateUser", "latencyMs": 3000}]""";

    @Test
    void whatIsInFlightIsFinishedAndLeasesAreHandedBack() {
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start(DELAY);
            Tenant tenant = cluster.newApp(replica, Map.of());
            tenant.create(replica, "known");
            cluster.upstream().faults(SLOW);
            try (Callers callers = new Callers(tenant, CALLERS, replica)) {
                await().atMost(PATIENCE).until(() -> callers.succeeded() > 0 && callers.inFlight() == CALLERS);
                assertThat(cluster.database().count("job_replica")).isEqualTo(1);

                replica.terminate();
                await().atMost(PATIENCE).until(() -> !replica.isReady());
                assertThat(callers.inFlight()).isPositive();
                assertThat(replica.hasEnded(GRACE)).isTrue();

                await().atMost(PATIENCE).until(() -> callers.inFlight() == 0);
                assertThat(callers.failures()).isEmpty();
                assertThat(callers.farewells()).isPositive();
                assertThat(cluster.database().count("job_replica")).isZero();
                Scale.report("SIGTERM with %d requests in flight: %d answered, 0 failed", CALLERS, callers.succeeded());
            }
        }
    }

    @Test
    void replicasAreReplacedUnderLoadWhileTheSchemaChanges() {
        try (Cluster cluster = new Cluster()) {
            Replica first = cluster.start(DELAY);
            Replica second = cluster.start(DELAY);
            Tenant tenant = cluster.newApp(first, Map.of());
            tenant.create(first, "known");
            String job = tenant.upload(first, ROWS);
            try (Callers callers = new Callers(tenant, CALLERS, first, second)) {
                await().atMost(PATIENCE).until(() -> callers.succeeded() >= REQUESTS);
                replace(cluster, callers, first);
                cluster.database().migrateFurther();
                Replica last = replace(cluster, callers, second);
                int before = callers.succeeded();
                await().atMost(PATIENCE).until(() -> callers.succeeded() >= before + REQUESTS);
                tenant.ended(last, job, PATIENCE);

                assertThat(callers.failures()).isEmpty();
                tenant.assertCreatedOnce(last, job, ROWS);
                Scale.report(
                        "two replicas replaced, the schema migrated: %,d requests of %d callers: 0 failed; %,d rows of a job meanwhile: 0 lost, 0 twice",
                        callers.succeeded(), CALLERS, ROWS);
            }
        }
    }

    /** As a rolling update does: the new one is ready before the old one is told to stop. */
    private static Replica replace(Cluster cluster, Callers callers, Replica old) {
        Replica fresh = cluster.start(DELAY);
        callers.add(fresh);
        old.terminate();
        assertThat(old.hasEnded(GRACE)).isTrue();
        return fresh;
    }
}
