package io.github.cognitoconnector.embedded;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;

/** The keyset for secrets, made once for each data folder; readable by its owner alone. */
final class KeysetFile {

    /** Name in the data folder; {@code connector.secrets.keyset} refers to it. */
    static final String NAME = "keyset.json";

    private KeysetFile() {}

    /** Does nothing if there is one. It appears whole or not at all. */
    static void makeIn(Path dataDir) {
        Path file = dataDir.resolve(NAME);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(dataDir);
            Path unfinished = Files.createTempFile(dataDir, "keyset", null);
            Files.writeString(unfinished, newKeyset());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A keyset for secrets cannot be made in " + dataDir + ".", e);
        }
    }

    private static String newKeyset() throws GeneralSecurityException {
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }
}
