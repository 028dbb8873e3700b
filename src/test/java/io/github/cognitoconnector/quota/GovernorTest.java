package io.github.cognitoconnector.quota;

import static io.github.cognitoconnector.quota.Replica.PATIENCE;
import static io.github.cognitoconnector.quota.Replica.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Governors as replicas have them, on the real database. */
@QuarkusTest
class GovernorTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final DataSource database;

    GovernorTest(DataSource database) {
        this.database = database;
    }

    @Test
    void replicasTogetherKeepToTheQuotaInEverySecond() throws Exception {
        App app = Replica.app(50);
        List<Replica> replicas = List.of(replica(0), replica(0));
        List<Long> times = Replica.take(app, 120, 8, replicas);
        assertThat(times).hasSize(120);
        assertThat(busiestSecond(times)).isLessThanOrEqualTo(55);
        // What is not forfeited on a machine that has much else to do is used.
        assertThat(times.getLast() - times.getFirst()).isLessThan(10 * SECOND);
    }

    @Test
    void jobsUseWhatThereIs() throws Exception {
        App app = Replica.app(100);
        Replica replica = replica(0.2);
        List<Long> times = inBackground(app, replica, 200);
        assertThat(times).hasSize(200);
        assertThat(busiestSecond(times)).isLessThanOrEqualTo(106);
        // Two seconds; on a machine that has much else to do more.
        assertThat(times.getLast() - times.getFirst()).isLessThan(6 * SECOND);
        assertThat(replica.statements()).isLessThan(100);
    }

    @Test
    void manyCallersCostFewStatements() throws Exception {
        App app = Replica.app(200);
        Replica replica = replica(0.1);
        Replica.take(app, 300, 16, List.of(replica));
        assertThat(replica.statements()).isLessThan(150);
    }

    @Test
    void anIdleCallerCostsOneStatementAndDoesNotWait() {
        App app = Replica.app(1000);
        Replica replica = replica(0.2);
        replica.take(app);
        int before = replica.statements();
        replica.take(app);
        assertThat(replica.statements()).isEqualTo(before + 1);
    }

    @Test
    void callersGoBeforeJobs() throws Exception {
        App app = Replica.app(20);
        Replica jobs = replica(0.2);
        Replica callers = replica(0.2);
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> Background.run(() -> {
                    while (!stopped.get()) {
                        jobs.take(app);
                        done.incrementAndGet();
                    }
                }));
            }
            await().until(() -> done.get() >= 10);
            int before = done.get();
            Replica.take(app, 40, 4, List.of(callers));
            // Not so few on a machine that has much else to do; by turns it would be forty.
            assertThat(done.get() - before).isLessThan(20);
            int after = done.get();
            await().until(() -> done.get() >= after + 10);
            stopped.set(true);
        }
    }

    @Test
    void whoeverWouldWaitTooLongIsRefusedAtOnce() {
        App app = Replica.app(0.1);
        Replica replica = replica(0);
        replica.take(app);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> replica.governor().take(app, READ, Duration.ofSeconds(2)))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.type()).isEqualTo(ProblemType.THROTTLED);
                        assertThat(e.retryAfter()).isPositive();
                        assertThat(e.detail()).contains("UserRead");
                    });
        }
        assertThat(Double.parseDouble(
                        Database.text("select extract(epoch from tat - now()) from quota_bucket where name = '%s'"
                                .formatted(Replica.bucket(app)))))
                .as("who is refused takes no slot")
                .isLessThan(10.5);
    }

    @Test
    void aJobThatIsInterruptedStopsWaiting() throws Exception {
        App app = Replica.app(0.1);
        Replica replica = replica(0);
        replica.take(app);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> job = threads.submit(() -> Background.run(() -> assertThatThrownBy(() -> replica.take(app))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.THROTTLED))));
            int before = replica.statements();
            await().until(() -> replica.statements() > before + 1);
            threads.shutdownNow();
            job.get();
        }
    }

    @Test
    void asksLessWhenCognitoRefusesAndMoreAgainWithTime() {
        App app = Replica.app(50);
        Replica replica = replica(0);
        replica.take(app);
        replica.governor().throttled(app, READ);
        replica.governor().throttled(app, READ);
        String name = Replica.bucket(app);
        assertThat(number("factor", name)).as("once a second").isEqualTo(0.7);
        replica.take(app);
        assertThat(number("step", name)).as("for all replicas").isBetween(1 / 50.0 / 0.95, 1 / 50.0 / 0.7);
        Database.execute(
                "update quota_bucket set factor_at = factor_at - interval '1 hour' where name = '%s'".formatted(name));
        await().untilAsserted(() -> {
            replica.take(app); // perhaps from what was claimed before
            assertThat(number("step", name)).isEqualTo(1 / 50.0);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 1",
        "1, 1, 3600, 1",
        "0.7, 1, 0, 0.7",
        "0.7, 1, 1, 0.8",
        "0.7, 1, 2.5, 0.95",
        "0.7, 1, 4.5, 0.97",
        "0.7, 1, 60, 1",
        "0.35, 0.5, 1, 0.45",
        "0.35, 0.5, 2.25, 0.485",
        "0.02, 0.02, 0, 0.02",
        "0.02, 0.02, 10, 0.12",
    })
    void recoversFastToWhereCognitoStoppedAndSlowlyBeyond(
            double factor, double ceiling, double seconds, double recovered) {
        assertThat(Double.parseDouble(Database.text(
                        "select quota_factor(%s, %s, make_interval(secs => %s))".formatted(factor, ceiling, seconds))))
                .isCloseTo(recovered, offset(1e-9));
    }

    @Test
    void callersGoOnWithoutTheDatabaseAndAreWarnedOfOnce() {
        Replica replica = new Replica(Replica.away(), 0);
        App app = Replica.app(0.1);
        try (CapturedLog log = CapturedLog.of(QuotaBuckets.class)) {
            for (int i = 0; i < 10; i++) {
                replica.take(app);
                replica.governor().throttled(app, READ);
            }
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.level()).isEqualTo("WARN"));
        }
    }

    @Test
    void aPoolsOwnLimitIsKeptBesideTheAccounts() {
        App app = Replica.app(20);
        replica(0).governor().take(app, "ListGroups", PATIENCE);
        assertThat(Database.text("select string_agg(name, ' ' order by name) from quota_bucket where name like '%%%s%%'"
                        .formatted(app.region())))
                .isEqualTo("-/%s/UserPoolResourceRead %s/ListGroups".formatted(app.region(), app.userPoolId()));
    }

    private Replica replica(double reserve) {
        return new Replica(database, reserve);
    }

    private static List<Long> inBackground(App app, Replica replica, int goal) {
        AtomicInteger calls = new AtomicInteger();
        List<Long> times = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> Background.run(() -> {
                    while (calls.getAndIncrement() < goal) {
                        replica.take(app);
                        times.add(System.nanoTime());
                    }
                }));
            }
        }
        return times.stream().sorted().toList();
    }

    private static double number(String column, String bucket) {
        return Double.parseDouble(
                Database.text("select %s from quota_bucket where name = '%s'".formatted(column, bucket)));
    }

    /** The most calls in any second. */
    private static int busiestSecond(List<Long> times) {
        int most = 0;
        int first = 0;
        for (int i = 0; i < times.size(); i++) {
            while (times.get(i) - times.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }
}
