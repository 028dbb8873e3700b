package io.github.cognitoconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that takes connections and says nothing. */
class SilentDatabaseTest {

    private static final int CALLERS = 20;

    @Test
    void nobodyWaitsForMoreThanOneLookThatFails() throws Exception {
        List<Socket> connections = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket server = new ServerSocket(0, CALLERS, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> accept(server, connections));
            Changes changes = new Changes(database(server.getLocalPort()));
            CountDownLatch together = new CountDownLatch(CALLERS);
            List<Future<?>> callers = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        assertThatThrownBy(changes::refresh).hasRootCauseInstanceOf(IOException.class);
                        return null;
                    }))
                    .toList();
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(changes.fresh()).isFalse();
            assertThat(connections).hasSizeLessThan(CALLERS / 2);
        }
    }

    private static void accept(ServerSocket server, List<Socket> connections) {
        try {
            while (!server.isClosed()) {
                connections.add(server.accept());
            }
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private static PGSimpleDataSource database(int port) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL("jdbc:postgresql://127.0.0.1:" + port + "/none?sslmode=disable&gssEncMode=disable");
        database.setSocketTimeout(1);
        database.setLoginTimeout(0);
        return database;
    }
}
