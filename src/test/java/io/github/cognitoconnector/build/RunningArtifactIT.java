package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Artifact;
import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The production artifact at work: which door answers what, and what it writes down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningArtifactIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How the JVM itself begins a line, before there is a log. */
    private static final String JVM_WARNING = "WARNING: ";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int main = freePort();
    private final int management = freePort();
    private EmbeddedPostgres database;
    private Process service;
    private Path output;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        database = EmbeddedPostgres.start();
        output = folder.resolve("output");
        List<String> options = List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.getJdbcUrl("postgres", "postgres"),
                "-Dconnector.platform.user-pool-id=us-east-1_demo",
                "-Dconnector.platform.client-ids=platform",
                "-Dquarkus.http.port=" + main,
                "-Dquarkus.management.port=" + management);
        service = new ProcessBuilder(Artifact.command(List.of(), options, List.of()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(PATIENCE).until(() -> status(management, "/q/health/ready") == 200);
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        service.destroy();
        service.waitFor();
        database.close();
    }

    @Test
    void managementHasADoorOfItsOwn() throws IOException, InterruptedException {
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/info")) {
            assertThat(status(management, path)).as(path).isEqualTo(200);
            assertThat(status(main, path)).as(path).isEqualTo(404);
        }
        for (String path : List.of("/v1/apps", "/v1/apps/demo", "/q/openapi", "/q/swagger-ui/")) {
            assertThat(status(management, path)).as(path).isEqualTo(404);
        }
        assertThat(status(main, "/v1/apps")).isEqualTo(401);
        assertThat(status(main, "/q/openapi")).isEqualTo(200);
    }

    /** From the first line on, and one line for a request; only here does anything send {@code DELETE}. */
    @Test
    void everyLineIsJsonAndEachRequestHasOne() throws IOException, InterruptedException {
        assertThat(status("DELETE", main, "/v1/apps/demo/users/mallory%0d%0a")).isEqualTo(400);
        assertThat(status("DELETE", main, "/v1/apps/demo/users/mallory?x=%0d%0a"))
                .isEqualTo(401);

        await().atMost(PATIENCE).until(() -> deletions().size() >= 2);
        assertThat(deletions())
                .extracting(
                        line -> line.getString("loggerName"),
                        line -> line.getString("mdc.path"),
                        line -> line.getString("mdc.status"),
                        line -> line.getString("mdc.problem"))
                .containsExactly(
                        tuple(
                                "io.github.cognitoconnector.access",
                                "/v1/apps/{appId}/users/{user}",
                                "400",
                                "invalid-path"),
                        tuple(
                                "io.github.cognitoconnector.access",
                                "/v1/apps/{appId}/users/{user}",
                                "401",
                                "unauthenticated"));
        assertThat(Files.readString(output)).doesNotContain("mallory");
    }

    private List<JsonPath> deletions() throws IOException {
        String written = Files.readString(output);
        return written.substring(0, written.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.startsWith(JVM_WARNING))
                .map(JsonPath::from)
                .filter(line -> "DELETE".equals(line.getString("mdc.method")))
                .toList();
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        return status("GET", port, path);
    }

    private int status(String method, int port, String path) throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            return 0;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
