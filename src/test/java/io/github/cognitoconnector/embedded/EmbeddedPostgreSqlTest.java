package io.github.cognitoconnector.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers on a data folder of their own. */
class EmbeddedPostgreSqlTest {

    private static final String READY = "the server is ready";

    @TempDir
    Path folder = Path.of("");

    @Test
    void keepsItsDataAndReplacesAServerThatWasLeftBehind() throws Exception {
        int port = freePort();
        Process killed = startInAProcessOfItsOwn(folder, port);
        execute(port, "create table kept (id int)");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedPostgreSql.start(Optional.of(folder), port))
                .withMessageContaining("connector.embedded.data-dir");

        killed.destroyForcibly().waitFor();
        execute(port, "select 1");
        try (EmbeddedPostgreSql second = EmbeddedPostgreSql.start(Optional.of(folder), port)) {
            assertThat(second).isNotNull();
            execute(port, "insert into kept values (1)");
            execute(
                    port,
                    "postgres",
                    "alter table kept owner to " + EmbeddedPostgreSql.NAME); // as older folders have it
        }
        try (EmbeddedPostgreSql third = EmbeddedPostgreSql.start(Optional.of(folder), port)) {
            assertThat(third).isNotNull();
            assertThatThrownBy(() -> execute(port, EmbeddedPostgreSql.NAME, "drop table kept"))
                    .hasMessageContaining("must be owner");
            execute(port, "drop table kept");
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedPostgreSql.start(Optional.of(folder), port))
                    .withMessageContaining(String.valueOf(port))
                    .withMessageContaining("connector.embedded.postgresql.port");
        }
        EmbeddedPostgreSql.start(Optional.of(folder), freePort()).close();
    }

    /** Starts a server until the process is killed. */
    static final class LeftBehind {

        private LeftBehind() {}

        public static void main(String... arguments) throws InterruptedException {
            EmbeddedPostgreSql.start(Optional.of(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
            System.out.println(READY);
            new CountDownLatch(1).await();
        }
    }

    private static Process startInAProcessOfItsOwn(Path folder, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        var output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo(READY);
        return process;
    }

    private static void execute(int port, String sql) throws SQLException {
        execute(port, EmbeddedPostgreSql.OWNER, sql);
    }

    private static void execute(int port, String role, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgreSql.NAME;
        try (Connection connection = DriverManager.getConnection(url, role, "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
