package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.database.Sql;
import io.github.cognitoconnector.testing.Apps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A governor of its own, as each replica has one; it counts its statements. */
final class Replica {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String READ = "AdminGetUser";

    private final AtomicInteger statements = new AtomicInteger();
    private final Governor governor;

    Replica(DataSource database, double reserve) {
        Sql sql = new Sql(counted(database));
        QuotaConfig config = Settings.reserve(reserve);
        QuotaBuckets buckets = new QuotaBuckets(sql);
        governor = new Governor(
                new Lanes(buckets, config),
                buckets,
                new PoolAccounts(sql),
                new Limits(config),
                new QuotaMetrics(new SimpleMeterRegistry()));
    }

    /** An app in a region of its own, so that no other test is in its line. */
    static App app(double perSecond) {
        return Apps.withQuotas("test-region%s-1_pool".formatted(letters()), Map.of("UserRead", perSecond));
    }

    /** The name of the app's bucket. */
    static String bucket(App app) {
        return "-/" + app.region() + "/UserRead";
    }

    /** A database that takes no connection. */
    static DataSource away() {
        return (DataSource) Proxy.newProxyInstance(
                Replica.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLException("away");
                });
    }

    Governor governor() {
        return governor;
    }

    void take(App app) {
        governor.take(app, READ, PATIENCE);
    }

    int statements() {
        return statements.get();
    }

    /** Calls of several threads, on replicas in turn; the times at which they went, in order. */
    static List<Long> take(App app, int calls, int threads, List<Replica> replicas) throws Exception {
        AtomicInteger left = new AtomicInteger(calls);
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Replica replica = replicas.get(i % replicas.size());
                all.add(callers.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        replica.take(app);
                        times.add(System.nanoTime());
                    }
                }));
            }
            for (Future<?> caller : all) {
                caller.get();
            }
        }
        return times.stream().sorted().toList();
    }

    private DataSource counted(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                Replica.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    statements.incrementAndGet();
                    return database.getConnection();
                });
    }

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
