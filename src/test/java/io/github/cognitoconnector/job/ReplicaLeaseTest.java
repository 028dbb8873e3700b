package io.github.cognitoconnector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.database.Sql;
import io.github.cognitoconnector.job.ReplicaLease.Held;
import io.github.cognitoconnector.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The names under which a replica is alive. */
@QuarkusTest
class ReplicaLeaseTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Sql sql;
    private final ReplicaLease lease;

    ReplicaLeaseTest(Sql sql) {
        this.sql = sql;
        this.lease = new ReplicaLease(sql, Settings.lease(LONG));
    }

    @AfterEach
    void end() {
        lease.end();
    }

    @Test
    void aNameIsKeptAsLongAsItIsHeardOfInTime() {
        isLost(lease.current().replica());
        UUID name = lease.beat().replica();
        aliveUntil(name, "20 seconds");
        assertThat(lease.beat().replica()).isEqualTo(name);
        assertThat(Database.text("select alive_until > now() + interval '30 seconds'" + of(name)))
                .isEqualTo("t");
        isHeld(name);
        isLost(UUID.randomUUID());
    }

    /** Others may have claimed what it had. */
    @Test
    void aNameThatIsDeadIsNotRevivedByALateBeat() {
        UUID dead = lease.beat().replica();
        aliveUntil(dead, "0 seconds");
        UUID name = lease.beat().replica();

        assertThat(name).isNotEqualTo(dead);
        assertThat(isAlive(dead)).isFalse();
        isLost(dead);
        assertThat(isAlive(name)).isTrue();
        isHeld(name);
    }

    /** Nobody knows how long the answer was under way. */
    @Test
    void theReplicasOwnClockEndsANameToo() {
        ReplicaLease brief = new ReplicaLease(sql, Settings.lease(SHORT));
        Held held = brief.beat();
        await().until(() -> !held.isValid());
        assertThatThrownBy(() -> brief.check(held.replica())).isInstanceOf(ReplicaLease.Lost.class);

        aliveUntil(held.replica(), "1 minute");
        assertThat(brief.beat().replica()).isNotEqualTo(held.replica());
        brief.end();
    }

    @Test
    void whoAbandonsANameDuringABeatHasTheLastWord() throws Exception {
        UUID abandoned = lease.beat().replica();
        UUID next;
        try (ExecutorService beats = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = Database.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1" + of(abandoned) + " for update");
            Future<Held> beat = beats.submit(lease::beat);
            await().until(() -> Database.text("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'insert into job_replica%'")
                    .equals("1"));
            lease.abandon();
            next = lease.current().replica();
            connection.commit();
            assertThat(beat.get()).isEqualTo(lease.current());
        }
        assertThat(lease.current().replica()).isEqualTo(next).isNotEqualTo(abandoned);
        isLost(abandoned);
        isLost(next);

        isHeld(lease.beat().replica());
        isLost(abandoned);
    }

    @Test
    void nothingIsHeldInTheEnd() {
        UUID name = lease.beat().replica();
        lease.end();
        assertThat(Database.text("select count(*)" + of(name))).isEqualTo("0");
        isLost(name);
    }

    private void isHeld(UUID replica) {
        assertThatCode(() -> lease.check(replica)).doesNotThrowAnyException();
    }

    private void isLost(UUID replica) {
        assertThatThrownBy(() -> lease.check(replica)).isInstanceOf(ReplicaLease.Lost.class);
    }

    private static boolean isAlive(UUID replica) {
        return Database.text("select alive_until > now()" + of(replica)).equals("t");
    }

    private static void aliveUntil(UUID replica, String fromNow) {
        Database.execute(
                "update job_replica set alive_until = now() + interval '" + fromNow + "' where id = '" + replica + "'");
    }

    private static String of(UUID replica) {
        return " from job_replica where id = '" + replica + "'";
    }
}
