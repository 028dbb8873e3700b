package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** An app of a cluster, and its imports. Any replica is as good as the other. */
record Tenant(String id, String pool, Upstream upstream) {

    private static final Set<String> OVER = Set.of("COMPLETED", "CANCELLED", "FAILED");

    static String username(int row) {
        return "user-%07d".formatted(row);
    }

    static String line(int row) {
        return "%1$s,%1$s@example.com\n".formatted(username(row));
    }

    private static String file(int rows) {
        StringBuilder file = new StringBuilder("username,email\n");
        IntStream.rangeClosed(1, rows).forEach(row -> file.append(line(row)));
        return file.toString();
    }

    String path(String tail) {
        return "/v1/apps/" + id + tail;
    }

    /** Uploads a file of new users; returns the job that was accepted. */
    String upload(Replica replica, int rows) {
        return replica.post(path("/imports"), "text/csv", BodyPublishers.ofString(file(rows)), 202)
                .path("id")
                .textValue();
    }

    /** Waits for the end of the job, whatever is asked for it being away now and then. */
    JsonNode ended(Supplier<Replica> replica, String job, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> OVER.contains(
                        replica.get().get("/v1/jobs/" + job).path("state").textValue()));
        return replica.get().get("/v1/jobs/" + job);
    }

    boolean isRunning(Replica replica, String job) {
        return replica.get("/v1/jobs/" + job).path("state").textValue().equals("RUNNING");
    }

    JsonNode ended(Replica replica, String job, Duration patience) {
        return ended(() -> replica, job, patience);
    }

    /** None is lost, none has two outcomes, and each user is there once. */
    void assertCreatedOnce(Replica replica, String job, int rows) {
        JsonNode state = replica.get("/v1/jobs/" + job);
        assertThat(state.path("state").textValue()).as("%s", state).isEqualTo("COMPLETED");
        assertThat(state.path("total").intValue()).as("%s", state).isEqualTo(rows);
        assertThat(state.path("done").intValue()).as("%s", state).isEqualTo(rows);
        assertThat(state.path("outcomes").path("created").intValue())
                .as("%s", state)
                .isEqualTo(rows);

        List<JsonNode> results = results(replica, job);
        assertThat(results)
                .filteredOn(row -> !row.path("outcome").textValue().equals("created"))
                .isEmpty();
        assertThat(results.stream()
                        .map(row -> row.path("row").intValue())
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
        assertThat(upstream.usernames(pool).stream()
                        .filter(name -> name.startsWith("user-"))
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, rows)
                        .mapToObj(Tenant::username)
                        .toList());
    }

    private static List<JsonNode> results(Replica replica, String job) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                replica.stream("/v1/jobs/" + job + "/results").body(), StandardCharsets.UTF_8))) {
            return lines.lines().map(Http::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a user as somebody does who waits for it; returns how long it took. */
    Duration create(Replica replica, String username) {
        long start = System.nanoTime();
        replica.json("POST", path("/users"), "{\"username\": \"" + username + "\"}", 201);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
