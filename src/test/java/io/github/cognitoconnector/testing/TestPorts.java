package io.github.cognitoconnector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Free ports for the embedded parts, so that tests run beside anything. */
public class TestPorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket postgreSql = free();
                ServerSocket cognito = free()) {
            return Map.of(
                    "connector.embedded.postgresql.port", String.valueOf(postgreSql.getLocalPort()),
                    "connector.embedded.cognito.port", String.valueOf(cognito.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Override
    public void stop() {
        // the application stops what it started
    }
}
