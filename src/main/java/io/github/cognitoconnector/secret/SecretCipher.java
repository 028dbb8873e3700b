package io.github.cognitoconnector.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Encrypts secrets, each bound to its app and field: moved to another row it does not decrypt. */
@ApplicationScoped
class SecretCipher {

    private static final Logger LOG = Logger.getLogger(SecretCipher.class);

    /** Cursors are bound to texts that begin with {@code cursor}. */
    private static final String PURPOSE = "app-secret";

    private final SecretKeyset keyset;

    SecretCipher(SecretKeyset keyset) {
        this.keyset = keyset;
    }

    /** Gives the row the text, encrypted with the current primary key. */
    void seal(SecretEntity row, String text) {
        seal(keyset.current(), row, text);
    }

    void seal(Keyset keys, SecretEntity row, String text) {
        try {
            byte[] clear = text.getBytes(StandardCharsets.UTF_8);
            row.ciphertext = keys.aead().encrypt(clear, binding(row));
            row.keyId = keys.primary();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be encrypted", e);
        }
    }

    /** The text; empty, and logged, if it does not decrypt. A key that is not known makes the keyset be looked at anew. */
    Optional<String> open(SecretEntity row) {
        return open(keyset.knowing(row.keyId), row);
    }

    Optional<String> open(Keyset keys, SecretEntity row) {
        try {
            byte[] clear = keys.aead().decrypt(row.ciphertext, binding(row));
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            LOG.errorf("The secret %s of app %s does not decrypt; key id %d.", row.field, row.appId, row.keyId);
            return Optional.empty();
        }
    }

    private static byte[] binding(SecretEntity row) {
        return (PURPOSE + "\n" + row.appId + "\n" + row.field).getBytes(StandardCharsets.UTF_8);
    }
}
