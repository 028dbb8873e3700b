package io.github.cognitoconnector.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void makesAKeysetOnceAndKeepsIt() throws Exception {
        Path dataDir = folder.resolve("new");
        KeysetFile.makeIn(dataDir);
        String first = Files.readString(dataDir.resolve(KeysetFile.NAME));
        KeysetFile.makeIn(dataDir);

        assertThat(dataDir.resolve(KeysetFile.NAME)).hasContent(first);
        assertThat(dataDir).isDirectoryNotContaining("glob:**.tmp");
        Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(first, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
        byte[] sealed = aead.encrypt(new byte[] {1}, new byte[0]);
        assertThat(aead.decrypt(sealed, new byte[0])).containsExactly(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void isReadableByItsOwnerAlone() throws Exception {
        KeysetFile.makeIn(folder);
        assertThat(Files.getPosixFilePermissions(folder.resolve(KeysetFile.NAME)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
