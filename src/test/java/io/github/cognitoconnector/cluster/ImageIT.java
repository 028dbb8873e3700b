package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the image, run as a container runs it: as nobody, on a root that is read-only, with little memory. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "containers are made of namespaces")
@EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "the image has a JVM that trains caches")
class ImageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CALLERS = 16;
    private static final int REQUESTS = Scale.of(500, 20_000);

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        assumeTrue(Image.canBeConfined(), "whoever runs this may make namespaces");
        Image.make();
    }

    /** With both compilers, as it comes; with one, as small containers should have it, and built without a commit. */
    @ParameterizedTest
    @CsvSource({"'', " + Image.COMMIT, "-XX:TieredStopAtLevel=1, ''"})
    void itServesConfined(String more, String commit) {
        try (Cluster cluster = new Cluster()) {
            List<String> variables = List.of("JDK_JAVA_OPTIONS=" + more, "CONNECTOR_IMAGE_COMMIT=" + commit);
            Replica replica =
                    cluster.launch(options -> Image.command(variables, options)).awaitReady();
            Tenant tenant = cluster.newApp(replica, Map.of());
            tenant.create(replica, "known");
            assertThat(replica.status("Uid")).doesNotStartWith("0");
            assertThat(replica.mountOptions("/")).contains("ro");
            assertThat(replica.mountOptions("/deployments")).contains("ro");
            assertThat(info(replica).at("/image/commit").asText()).isEqualTo(commit);
            assertThat(replica.hasMapped("/app/app.aot"))
                    .as("the cache is used")
                    .isTrue();

            long atRest = replica.memory("RssAnon");
            try (Callers callers = new Callers(tenant, CALLERS, replica)) {
                await().atMost(PATIENCE).until(() -> callers.succeeded() >= REQUESTS);
                assertThat(callers.failures()).isEmpty();
            }
            long busy = replica.memory("RssAnon");
            Scale.report(
                    "image, uid 185, read-only, %d MiB %s: %d MiB at rest, %d MiB behind %,d requests of %d callers",
                    Image.MEMORY >> 20, more, atRest >> 20, busy >> 20, REQUESTS, CALLERS);
            assertThat(busy).isLessThan(Image.MEMORY);
        }
    }

    private static JsonNode info(Replica replica) {
        return Http.json(Http.to("http://localhost:" + replica.managementPort() + "/q/info"), 200);
    }
}
