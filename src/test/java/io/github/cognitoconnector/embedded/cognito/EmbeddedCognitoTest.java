package io.github.cognitoconnector.embedded.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedCognitoTest {

    private static final String DEMOAPP =
            "grant_type=client_credentials&client_id=demoapp&client_secret=demoapp-secret";

    @Test
    void takenPortIsNamedWithItsConfigurationKey() {
        try (EmbeddedCognito first = EmbeddedCognito.start(CognitoOptions.onPort(0))) {
            assertThatThrownBy(() -> EmbeddedCognito.start(CognitoOptions.onPort(first.port())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(String.valueOf(first.port()))
                    .hasMessageContaining("connector.embedded.cognito.port");
        }
    }

    @Test
    void signingKeyIsTheOneInTheFile(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Path file = folder.resolve("key.pem");
        String der = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n");

        assertThat(keyIdOfAccessToken(file)).isEqualTo(keyIdOfAccessToken(file));
    }

    private static String keyIdOfAccessToken(Path file) {
        try (TestCognito cognito = TestCognito.start(CognitoOptions.onPort(0).withSigningKey(file))) {
            String token = Json.parse(cognito.form(DEMOAPP).body())
                    .orElseThrow()
                    .path("access_token")
                    .asText();
            Tokens.verify(cognito, TestCognito.DEMO, token);
            return Tokens.keyId(token);
        }
    }

    @Test
    void unusableSigningKeyIsNamedWithItsConfigurationKey(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "no key");

        assertThatThrownBy(() -> EmbeddedCognito.start(CognitoOptions.onPort(0).withSigningKey(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connector.embedded.cognito.signing-key");
    }
}
