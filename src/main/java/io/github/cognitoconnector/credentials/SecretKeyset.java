package io.github.cognitoconnector.credentials;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jboss.logging.Logger;

/** The keys that encrypt what must not be read: authenticated encryption, the first key writes, all keys read. */
class SecretKeyset {

    private static final Logger LOG = Logger.getLogger(SecretKeyset.class);
    private static final String FILE = "file:";

    @Produces
    @Singleton
    Aead aead(SecretsConfig config) {
        try {
            return config.keyset()
                    .map(SecretKeyset::read)
                    .orElseGet(SecretKeyset::generate)
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("connector.secrets.keyset is not a keyset for AEAD.", e);
        }
    }

    private static KeysetHandle read(String value) {
        try {
            String json = value.startsWith(FILE) ? Files.readString(Path.of(value.substring(FILE.length()))) : value;
            return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new IllegalStateException("The file named by connector.secrets.keyset cannot be read.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("connector.secrets.keyset is not a Tink keyset in JSON.", e);
        }
    }

    private static KeysetHandle generate() {
        LOG.warn("connector.secrets.keyset is not set: cursors are valid on this replica only, until it stops.");
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset cannot be generated", e);
        }
    }
}
