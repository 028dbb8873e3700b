package io.github.cognitoconnector.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Free ports for the embedded parts, so that tests run beside anything, a signing key that tests know, and a keyset. For all tests. */
@QuarkusTestResource(TestPorts.class)
public class TestPorts implements QuarkusTestResourceLifecycleManager {

    static final String SIGNING_KEY = "connector.embedded.cognito.signing-key";

    @Override
    public Map<String, String> start() {
        try (ServerSocket postgreSql = free();
                ServerSocket cognito = free()) {
            return Map.of(
                    "connector.embedded.postgresql.port",
                    String.valueOf(postgreSql.getLocalPort()),
                    "connector.embedded.cognito.port",
                    String.valueOf(cognito.getLocalPort()),
                    SIGNING_KEY,
                    newKey().toString(),
                    Keysets.KEYSET,
                    "file:" + Keysets.newFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Path newKey() throws IOException {
        try {
            byte[] key = KeyPairGenerator.getInstance("RSA")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String pem = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
            Path file = Files.createTempFile("signing-key", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, pem);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // the application stops what it started
    }
}
