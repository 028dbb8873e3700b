package io.github.cognitoconnector.cognito;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.app.AppRequest;
import io.github.cognitoconnector.app.AppService;
import io.github.cognitoconnector.credentials.CredentialsRequest;
import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ten thousand apps cost of which two hundred are in use, against ten. */
@QuarkusTest
@Tag("scale")
class ManyAppsTest {

    private static final Logger LOG = Logger.getLogger(ManyAppsTest.class);
    private static final int REGISTERED = 10_000;
    private static final int IN_USE = 200;
    private static final int FEW = 10;

    private final AwsAccount account = new AwsAccount();
    private final String prefix = unique("many-");
    private final AppService apps;

    ManyAppsTest(AppService apps) {
        this.apps = apps;
    }

    /** What the process holds when it has nothing to do. */
    private record Footprint(long heapBytes, int threads) {

        static Footprint now() {
            for (int i = 0; i < 3; i++) {
                ManagementFactory.getMemoryMXBean().gc();
            }
            return new Footprint(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }

    @BeforeEach
    void settle() {
        Cognito.reset();
        account.publish();
    }

    @AfterEach
    void leave() throws SQLException {
        Cognito.reset();
        try (Connection connection = Database.asSuperuser();
                PreparedStatement delete = connection.prepareStatement("delete from app where id like ?")) {
            delete.setString(1, prefix + "%");
            delete.executeUpdate();
        }
    }

    @Test
    void tenThousandAppsNeedLittleMoreThanTen() throws InterruptedException {
        List<String> ids =
                IntStream.range(0, REGISTERED).mapToObj(i -> prefix + "-" + i).toList();
        register(ids.subList(0, FEW));
        use(ids.subList(0, FEW));
        Footprint few = Footprint.now();
        register(ids.subList(FEW, REGISTERED));
        use(ids.subList(0, IN_USE));
        Footprint many = Footprint.now();

        double heap = (double) many.heapBytes() / few.heapBytes();
        double threads = (double) many.threads() / few.threads();
        LOG.infof(
                "10 apps: %d MiB, %d threads; 10,000 apps, 200 in use: %d MiB, %d threads; ratios %.2f and %.2f",
                few.heapBytes() >> 20, few.threads(), many.heapBytes() >> 20, many.threads(), heap, threads);
        assertThat(heap).as("heap in use").isLessThan(1.5);
        assertThat(threads).as("threads").isLessThan(1.2);
    }

    private void register(List<String> ids) throws InterruptedException {
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            ids.forEach(id -> callers.execute(() -> apps.create(app(id))));
        }
        assertThat(as(Tokens.platform()).get("/v1/apps/" + ids.getLast()).statusCode())
                .isEqualTo(200);
    }

    private static void use(List<String> ids) {
        for (String id : ids) {
            assertThat(as(Tokens.platform())
                            .get("/v1/apps/" + id + "/users?limit=1")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private AppRequest app(String id) {
        return new AppRequest(
                id,
                "Many",
                Cognito.DEMO_POOL,
                null,
                List.of("client"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new CredentialsRequest.Static(
                        new Secret(account.accessKeyId()), new Secret(account.secretAccessKey())));
    }
}
