package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.app.QuotaCategory;
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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Free ports for the embedded parts, so that tests run beside anything, a signing key that tests know, a keyset, and quotas. For all tests. */
@QuarkusTestResource(TestPorts.class)
public class TestPorts implements QuarkusTestResourceLifecycleManager {

    static final String SIGNING_KEY = "connector.embedded.cognito.signing-key";

    @Override
    public Map<String, String> start() {
        try (ServerSocket postgreSql = free();
                ServerSocket cognito = free()) {
            Map<String, String> keys = new HashMap<>(wideQuotas());
            keys.put("connector.quotas.reserve", "0.05");
            keys.putAll(Map.of(
                    "connector.embedded.postgresql.port",
                    String.valueOf(postgreSql.getLocalPort()),
                    "connector.embedded.cognito.port",
                    String.valueOf(cognito.getLocalPort()),
                    SIGNING_KEY,
                    newKey().toString(),
                    Keysets.KEYSET,
                    "file:" + Keysets.newFile()));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cognito's quotas are governed in tests too, but nobody waits for them: the embedded one has none unless it is told. */
    private static Map<String, String> wideQuotas() {
        return Stream.of(QuotaCategory.values())
                .collect(Collectors.toMap(
                        category -> "connector.quotas.limits." + category.awsName(), category -> QuotaCategory.MOST));
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
