package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

/** What the service costs, held against bare things; a ratio is the service's figure divided by the bare thing's. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "its kernel says what memory a process has")
@EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "the image has a JVM that trains caches")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BareBench {

    /** Nobody is to wait for his turn. */
    private static final Map<String, Integer> QUOTAS = Map.of("UserRead", 100_000, "UserCreation", 100_000);

    private static final List<String> RATES =
            List.of("-Dconnector.rates.requests-per-second=1000000", "-Dconnector.rates.burst=1000000");
    private static final String BARE_PATH = "/v1/me";
    private static final List<Integer> LATENCIES = List.of(0, 20);
    private static final List<Integer> IN_FLIGHT = List.of(1, 32);
    private static final int WARM_UP = 5;

    private final Table table = new Table();
    private final Laid service = Laid.service();
    private final Laid bare = Laid.bare();

    @AfterAll
    void print() {
        table.print();
    }

    @BeforeAll
    void cachesAreUsed() {
        try (Cluster cluster = new Cluster()) {
            assertThat(cluster.launch(service::trained).awaitReady().hasMapped("/app/app.aot"))
                    .isTrue();
            assertThat(launchBare(cluster, bare::trained).awaitReady().hasMapped("/app/app.aot"))
                    .isTrue();
        }
    }

    @Test
    @Order(1)
    void readAndCreate() {
        try (Cluster cluster = new Cluster()) {
            Replica replica = launch(cluster, service::trained);
            Users users = new Users(cluster.upstream(), replica, cluster.newApp(replica, QUOTAS));
            Load warmUp = new Load(32, WARM_UP * Load.REQUESTS);
            users.operations().forEach(operation -> warmUp.millis(operation.through()));
            for (Users.Operation operation : users.operations()) {
                for (int latency : LATENCIES) {
                    users.slowDown(latency);
                    IN_FLIGHT.forEach(inFlight -> compare(operation, latency, Load.of(inFlight, latency)));
                }
            }
        }
    }

    private void compare(Users.Operation operation, int latency, Load load) {
        compare(
                "%s, Cognito takes %d ms, %d in flight: %s, service ÷ SDK"
                        .formatted(operation.name(), latency, load.inFlight(), load.figure()),
                () -> load.millis(operation.through()),
                () -> load.millis(operation.direct()));
    }

    private void compare(String what, Supplier<Double> these, Supplier<Double> those) {
        List<List<Double>> measured = Rounds.measure(List.of(these, those));
        table.add(new Line(what, "ms", measured.getFirst(), measured.getLast()));
    }

    @Test
    @Order(2)
    void guardedRead() {
        try (Cluster cluster = new Cluster()) {
            Replica guarded = launch(cluster, service::trained);
            Replica handler = launchBare(cluster, bare::trained).awaitReady();
            String path = cluster.newApp(guarded, QUOTAS).path("/oidc");
            assertThat(guarded.get(path).fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> handler.get(BARE_PATH).fieldNames());
            new Load(32, WARM_UP * Load.REQUESTS).millis(() -> guarded.get(path));
            for (int inFlight : IN_FLIGHT) {
                Load load = Load.of(inFlight, 0);
                compare(
                        "guarded read, %d in flight: %s, service ÷ bare handler".formatted(inFlight, load.figure()),
                        () -> load.millis(() -> guarded.get(path)),
                        () -> load.millis(() -> handler.get(BARE_PATH)));
            }
        }
    }

    @Test
    @Order(3)
    void starts() {
        try (Cluster cluster = new Cluster()) {
            Replica first = launch(cluster, service::trained);
            String path = cluster.newApp(first, QUOTAS).path("/oidc");
            first.close();
            Laid these = service.inAContainer();
            Laid those = bare.inAContainer();
            List<Supplier<Start>> starts = List.of(
                    () -> Start.of(() -> cluster.launch(these::trained), path),
                    () -> Start.of(() -> launchBare(cluster, those::trained), BARE_PATH),
                    () -> Start.of(() -> cluster.launch(these::untrained), path),
                    () -> Start.of(() -> launchBare(cluster, those::untrained), BARE_PATH));
            List<List<Start>> measured = Rounds.measure(starts);
            compareStarts("with AOT cache, service ÷ bare application", measured.get(0), measured.get(1));
            compareStarts("without AOT cache, service ÷ bare application", measured.get(2), measured.get(3));
            compareStarts("service, with ÷ without AOT cache", measured.get(0), measured.get(2));
        }
    }

    private void compareStarts(String what, List<Start> these, List<Start> those) {
        table.add(Line.of("first answer, " + what, "ms", Start::millis, these, those));
        table.add(Line.of("memory behind it, " + what, "MiB", Start::mebibytes, these, those));
    }

    @Test
    @Order(4)
    void manyApps() {
        try (Cluster small = new Cluster();
                Cluster large = new Cluster()) {
            Apps few = Apps.on(small, launch(small, service::trained), QUOTAS, 10, 10);
            Apps many = Apps.on(large, launch(large, service::trained), QUOTAS, 10_000, 200);
            Load.of(32, 0).millis(few::read);
            Load.of(32, 0).millis(many::read);
            compare(
                    "read, 1 in flight, 10,000 apps of which 200 are in use ÷ 10 apps: time of one",
                    () -> Load.of(1, 0).millis(many::read),
                    () -> Load.of(1, 0).millis(few::read));
            List<List<Double>> heaps = Rounds.measure(List.of(many::heap, few::heap));
            table.add(new Line("live heap, the same", "MiB", heaps.getFirst(), heaps.getLast()));
        }
    }

    private static Replica launch(Cluster cluster, UnaryOperator<List<String>> command) {
        List<String> options = new ArrayList<>(RATES);
        String recording = System.getProperty("bench.recording", "");
        if (!recording.isEmpty()) {
            options.add("-XX:StartFlightRecording:settings=profile,filename=" + recording);
        }
        return cluster.launch(command, options.toArray(String[]::new)).awaitReady();
    }

    /** Beside the same PostgreSQL, and with nothing else. */
    private static Replica launchBare(Cluster cluster, UnaryOperator<List<String>> command) {
        List<String> options =
                List.of("-Dquarkus.datasource.jdbc.url=" + cluster.database().url(), "-Dquarkus.shutdown.delay=0S");
        return Replica.launch(command, options, cluster.upstream().token());
    }
}
