package io.github.cognitoconnector.http;

import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS, and no caller without a certificate of the one authority. */
public class MutualTls implements QuarkusTestProfile {

    private static final char[] NO_SECRET = "none".toCharArray();

    @Override
    public Map<String, String> getConfigOverrides() {
        CertificateAuthority authority = CertificateAuthority.root("Callers", KeyKind.EC);
        Issued server = authority.issue("localhost", KeyKind.EC);
        Issued caller = authority.issue("caller", KeyKind.EC);
        return Map.of(
                "connector.http.client-auth",
                "required",
                "connector.http.header-timeout",
                "2S",
                "quarkus.http.insecure-requests",
                "disabled",
                "quarkus.http.test-ssl-port",
                "0",
                "quarkus.tls.key-store.pem.0.cert",
                file(server.certificatePem()),
                "quarkus.tls.key-store.pem.0.key",
                file(server.privateKeyPem()),
                "quarkus.tls.trust-store.pem.certs",
                file(authority.certificatePem()),
                "test.caller.store",
                store(caller));
    }

    /** TLS as a caller with these keys, or without a certificate, who trusts the service whatever it shows. */
    static SSLContext caller(@Nullable KeyStore keys, X509Certificate trusted)
            throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, NO_SECRET);
        trust.setCertificateEntry("authority", trusted);
        TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trust);
        KeyManagerFactory shows = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shows.init(keys, NO_SECRET);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys == null ? null : shows.getKeyManagers(), trusts.getTrustManagers(), null);
        return tls;
    }

    static KeyStore keys(Issued caller) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, NO_SECRET);
        keys.setKeyEntry("caller", caller.privateKey(), NO_SECRET, new X509Certificate[] {caller.certificate()});
        return keys;
    }

    static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), NO_SECRET);
    }

    private static String store(Issued caller) {
        try {
            Path file = Files.createTempFile("caller", ".p12");
            file.toFile().deleteOnExit();
            try (var out = Files.newOutputStream(file)) {
                keys(caller).store(out, NO_SECRET);
            }
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String pem) {
        try {
            Path file = Files.createTempFile("tls", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, pem).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
