package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MutualTls.class)
class MutualTlsTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @Test
    void answersACallerWithACertificateAndAToken() throws IOException, GeneralSecurityException {
        KeyStore keys = MutualTls.load(configured("test.caller.store"));
        assertThat(ask(keys, Tokens.demo()))
                .startsWith("HTTP/1.1 200")
                .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains");
        assertThat(ask(keys, "none")).as("a certificate is no token").startsWith("HTTP/1.1 401");
    }

    @Test
    void saysNothingToACallerWithoutACertificate() throws IOException, GeneralSecurityException {
        assertThat(ask(null, Tokens.demo())).isEmpty();
    }

    @Test
    void saysNothingToACallerWithACertificateOfAnotherAuthority() throws IOException, GeneralSecurityException {
        CertificateAuthority other = CertificateAuthority.root("Callers", KeyKind.EC);
        assertThat(ask(MutualTls.keys(other.issue("caller", KeyKind.EC)), Tokens.demo()))
                .isEmpty();
    }

    @Test
    void speaksNoHttpWithoutTls() throws IOException {
        try (Socket plain = new Socket("localhost", port())) {
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.getOutputStream()
                    .write((Wire.head("GET " + DEMO, "none") + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(restOf(plain)).doesNotContain("HTTP/1.1 2", "HTTP/1.1 4");
        }
    }

    /** Ten seconds is what the framework gives to a handshake; two is what this service was told to. */
    @Test
    void aHandshakeThatDoesNotComeAboutIsCutOff() throws IOException {
        long begin = System.nanoTime();
        try (Socket silent = new Socket("localhost", port())) {
            silent.setSoTimeout(PATIENCE_MILLIS);
            silent.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
            restOf(silent);
        }
        assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(1_000L, 8_000L);
    }

    private static String ask(@Nullable KeyStore keys, String token) throws IOException, GeneralSecurityException {
        try (Socket socket =
                MutualTls.caller(keys, authority()).getSocketFactory().createSocket("localhost", port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write((Wire.head("GET " + DEMO, token) + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return restOf(socket);
        } catch (javax.net.ssl.SSLException | java.net.SocketException e) {
            return "";
        }
    }

    private static String restOf(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (javax.net.ssl.SSLException | java.net.SocketException e) {
            return "";
        }
    }

    private static X509Certificate authority() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(configured("quarkus.tls.trust-store.pem.certs"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    }

    private static Path configured(String key) {
        return Path.of(ConfigProvider.getConfig().getValue(key, String.class));
    }
}
