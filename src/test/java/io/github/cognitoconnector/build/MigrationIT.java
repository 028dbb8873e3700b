package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas of the production artifact that may not change the schema, and the command that does. */
class MigrationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SERVICE = "connector";
    private static final String OWNER = "connector_owner";
    private static final String AS_SERVICE = "-Dquarkus.datasource.username=" + SERVICE;
    private static final String[] AS_OWNER = {"-Dquarkus.flyway.username=" + OWNER, "-Dquarkus.flyway.password=any"};
    private static final List<String> MIGRATE = List.of("migrate");
    private static final Pattern VERSION = Pattern.compile("V([0-9]+)__.*\\.sql");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int main = freePort();
    private final int management = freePort();
    private EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create role " + SERVICE + " login");
            sql.execute("create role " + OWNER + " login");
            sql.execute("create database connector owner " + OWNER);
        }
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void aReplicaWaitsForTheFirstMigrationAndServesBehindIt() throws IOException, InterruptedException {
        assertWaitsAndServes();
    }

    @Test
    void aReplicaWaitsWhileTheSchemaIsOfAnOlderVersion() throws IOException, InterruptedException {
        Flyway.configure()
                .dataSource(server.getDatabase(OWNER, "connector"))
                .locations("filesystem:src/main/resources/db/migration")
                .placeholders(Map.of("service-role", SERVICE))
                .target(theLastButOne())
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        assertWaitsAndServes();
    }

    @Test
    void aReplicaEndsWithOneSentenceWhenNobodyMigrates() throws IOException, InterruptedException {
        assertThat(ArtifactProcess.refusal(
                        "Cognito Connector cannot start: ", asService("-Dconnector.schema.patience=1S"), List.of()))
                .contains("the schema of the database is still older", "connector.schema.patience", "word migrate");
    }

    @Test
    void aWaitingReplicaEndsWhenItIsStopped() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process replica = start(output);
        awaitWaiting(output);
        replica.destroy();
        assertThat(replica.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyButTheOwnerMigrates() throws IOException, InterruptedException {
        assertThat(ArtifactProcess.refusal("Cognito Connector cannot migrate: ", asService(), MIGRATE))
                .contains("quarkus.flyway.username");
    }

    @Test
    void theMigrationHasToKnowWhomItGrants() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(asService(AS_OWNER));
        options.remove(AS_SERVICE);
        assertThat(ArtifactProcess.refusal("Cognito Connector cannot migrate: ", options, MIGRATE))
                .contains("quarkus.datasource.username", "password is not needed");
    }

    private void assertWaitsAndServes() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process replica = start(output);
        try {
            awaitWaiting(output);
            await().atMost(PATIENCE).until(() -> status(management, "/q/health/ready") == 503);
            assertThat(status(main, "/v1/apps")).isEqualTo(503);

            ArtifactProcess.output(0, asService(AS_OWNER), MIGRATE);
            await().atMost(PATIENCE).until(() -> status(management, "/q/health/ready") == 200);
            assertThat(status(main, "/v1/apps")).isEqualTo(401);
            assertThat(Files.readString(output)).doesNotContain("owns the tables or is a superuser");

            assertThat(ArtifactProcess.output(0, asService(AS_OWNER), MIGRATE))
                    .as("a second time")
                    .contains("up to date; 0 migrations");
        } finally {
            replica.destroy();
            replica.waitFor();
        }
    }

    /** With its role in a file, as where secrets are mounted. */
    private Process start(Path output) throws IOException {
        List<String> options = new ArrayList<>(asService());
        options.remove(AS_SERVICE);
        Path secrets = Files.writeString(folder.resolve("service.properties"), AS_SERVICE.substring(2));
        ProcessBuilder command = ArtifactProcess.command(options, List.of())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().put("QUARKUS_CONFIG_LOCATIONS", secrets.toString());
        return command.start();
    }

    private static void awaitWaiting(Path output) {
        await().atMost(PATIENCE).until(() -> Files.readString(output).contains("waiting for its owner to migrate it"));
    }

    private List<String> asService(String... more) {
        List<String> options = new ArrayList<>(ArtifactProcess.CONFIGURED);
        options.set(
                0,
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://localhost:%d/connector".formatted(server.getPort()));
        options.addAll(List.of(AS_SERVICE, "-Dquarkus.http.port=" + main, "-Dquarkus.management.port=" + management));
        options.addAll(List.of(more));
        return options;
    }

    /** 0 if nobody listens. */
    private int status(int port, String path) throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            return 0;
        }
    }

    /** The version that replicas of the version before this one know. */
    private static MigrationVersion theLastButOne() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> VERSION.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> MigrationVersion.fromVersion(name.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
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
