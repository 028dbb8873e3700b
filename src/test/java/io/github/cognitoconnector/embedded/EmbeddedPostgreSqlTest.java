package io.github.cognitoconnector.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers on a data folder of their own. */
class EmbeddedPostgreSqlTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void keepsItsDataAndReplacesAServerThatWasLeftBehind() throws Exception {
        int port = freePort();
        EmbeddedPostgreSql first = EmbeddedPostgreSql.start(Optional.of(folder), port);
        execute(port, "create table kept (id int)");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedPostgreSql.start(Optional.of(folder), port))
                .withMessageContaining("connector.embedded.data-dir");

        first.abandon();
        try (EmbeddedPostgreSql second = EmbeddedPostgreSql.start(Optional.of(folder), port)) {
            assertThat(second).isNotNull();
            execute(port, "insert into kept values (1)");
        }
        try (EmbeddedPostgreSql third = EmbeddedPostgreSql.start(Optional.of(folder), port)) {
            assertThat(third).isNotNull();
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

    private static void execute(int port, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgreSql.NAME;
        try (Connection connection = DriverManager.getConnection(url, EmbeddedPostgreSql.NAME, "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
