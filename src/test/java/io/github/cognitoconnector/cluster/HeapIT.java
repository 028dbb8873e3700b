package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.scale.Firehose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A replica with little memory, and many users. What is alive is looked at in the middle, while the rest still waits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeapIT {

    private static final int FEW = 10_000;
    private static final int EXPORTED = Scale.of("its.heap.exported", 50_000, 1_000_000);
    private static final int IMPORTED = Scale.of("its.heap.imported", 50_000, 500_000);
    private static final double AS_GOOD_AS_EQUAL = 2;
    private static final double MEBIBYTE = 1 << 20;

    private final Cluster cluster = new Cluster();
    private final Replica replica = cluster.start("-Xmx128m", "-XX:+ExitOnOutOfMemoryError");

    @AfterAll
    void close() {
        cluster.close();
    }

    @BeforeAll
    void warmUp() throws IOException {
        exported(1_000);
        imported(1_000);
    }

    @Test
    void exportTakesThePageThatItIsAt() throws IOException {
        compare("export", FEW, exported(FEW), EXPORTED, exported(EXPORTED));
    }

    @Test
    void uploadTakesTheRowsThatItIsAt() {
        compare("upload", FEW, imported(FEW), IMPORTED, imported(IMPORTED));
    }

    private void compare(String what, int few, long small, int many, long large) {
        double ratio = (double) large / small;
        Scale.report(
                "heap, -Xmx128m: %s of %,d users %.1f MiB, of %,d users %.1f MiB, ratio %.2f",
                what, few, small / MEBIBYTE, many, large / MEBIBYTE, ratio);
        assertThat(ratio).isLessThan(AS_GOOD_AS_EQUAL);
        assertThat(replica.output()).doesNotContain("OutOfMemoryError");
    }

    /** What is alive in the middle of an export of so many users. */
    private long exported(int users) throws IOException {
        Tenant tenant = cluster.newApp(replica, Map.of("UserList", 100_000));
        try (Firehose firehose = new Firehose(cluster.upstream().port())) {
            firehose.send("AdminCreateUser", users, user -> creation(tenant.pool(), user));
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(replica.stream(tenant.path("/export")).body(), StandardCharsets.UTF_8))) {
            String last = "";
            long alive = 0;
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                if (++count == users / 2) {
                    alive = replica.liveHeap();
                }
            }
            assertThat(Http.parse(last).path("end").asBoolean()).as(last).isTrue();
            assertThat(Http.parse(last).path("count").asInt()).isEqualTo(users);
            return alive;
        }
    }

    private static String creation(String pool, int user) {
        return """
                {"UserPoolId":"%s","Username":"%s","MessageAction":"SUPPRESS","TemporaryPassword":"Correct-Horse-42",
                "UserAttributes":[{"Name":"email","Value":"%s@example.com"}]}""".formatted(pool, Tenant.username(user), Tenant.username(user));
    }

    /** What is alive in the middle of an upload of so many rows. */
    private long imported(int rows) {
        Tenant tenant = cluster.newApp(replica, Map.of("UserCreation", 1));
        Pausing upload = new Pausing(rows);
        String job = replica.post(tenant.path("/imports"), "text/csv", BodyPublishers.ofInputStream(() -> upload), 202)
                .path("id")
                .textValue();
        assertThat(replica.get("/v1/jobs/" + job).path("total").intValue()).isEqualTo(rows);
        replica.json("POST", "/v1/jobs/" + job + "/cancel", "", 200);
        return upload.alive;
    }

    /** Rows of which the second half comes when the heap was looked at. */
    private final class Pausing extends InputStream {

        private final int rows;
        private byte[] line = "username,email\n".getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int row;
        private long alive;

        Pausing(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            return fill() ? line[at++] : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = 0;
            while (count < length && fill()) {
                int part = Math.min(length - count, line.length - at);
                System.arraycopy(line, at, buffer, offset + count, part);
                at += part;
                count += part;
            }
            return count == 0 ? -1 : count;
        }

        private boolean fill() {
            if (at == line.length && row < rows) {
                if (++row == rows / 2) {
                    alive = replica.liveHeap();
                }
                line = Tenant.line(row).getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            return at < line.length;
        }
    }
}
