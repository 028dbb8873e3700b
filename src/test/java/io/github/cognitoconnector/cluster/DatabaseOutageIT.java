package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that is away for a while in the middle of an import. */
class DatabaseOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ROWS = Scale.of(1_000, 5_000);
    private static final Duration AWAY = Scale.seconds(5, 30);

    @Test
    void nothingIsLostAndTheJobGoesOn() {
        try (Cluster cluster = new Cluster()) {
            Replica replica = cluster.start();
            Tenant tenant = cluster.newApp(replica, Map.of("UserCreation", 200));
            Upstream upstream = cluster.upstream();
            String job = tenant.upload(replica, ROWS);
            await().atMost(PATIENCE).until(() -> upstream.calls(Upstream.CREATE).succeeded() >= ROWS / 3);

            cluster.database().stop();
            int before = upstream.calls(Upstream.CREATE).all();
            Scale.holds(AWAY, replica::isLive);
            int meanwhile = upstream.calls(Upstream.CREATE).all() - before;
            cluster.database().startAgain();
            long back = System.nanoTime();
            await().atMost(PATIENCE).until(() -> upstream.calls(Upstream.CREATE).all() > before + meanwhile);
            double stood = (System.nanoTime() - back) / 1e9;
            tenant.ended(replica, job, PATIENCE);

            tenant.assertCreatedOnce(replica, job, ROWS);
            Upstream.Calls calls = upstream.calls(Upstream.CREATE);
            Scale.report(
                    "database away for %d s: %,d rows: 0 lost, 0 twice; %d calls of Cognito meanwhile, work again %.1f s behind"
                            + " its return; %,d calls of AdminCreateUser, of which %,d created",
                    AWAY.toSeconds(), ROWS, meanwhile, stood, calls.all(), calls.succeeded());
            assertThat(calls.succeeded()).isEqualTo(ROWS);
        }
    }
}
