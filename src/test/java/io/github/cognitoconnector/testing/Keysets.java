package io.github.cognitoconnector.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The keyset file of the running service, rotated. The service sees a change within a second ({@code
 * connector.secrets.reload-interval} in tests), before a re-encryption, and when it meets a key that it does not know.
 */
public final class Keysets {

    static final String KEYSET = "connector.secrets.keyset";
    private static final String FILE = "file:";

    private Keysets() {}

    /** A keyset in a file of its own, for the whole test run. */
    static Path newFile() throws IOException {
        Path file = Files.createTempFile("keyset", ".json");
        file.toFile().deleteOnExit();
        return Files.writeString(file, fresh());
    }

    /** A keyset with one key, as JSON. */
    public static String fresh() {
        try {
            return write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JSON with a further key, which is its primary one. */
    public static String withNewPrimary(String json) {
        try {
            return write(KeysetHandle.newBuilder(read(json))
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JSON with nothing but its primary key. */
    public static String primaryAlone(String json) {
        try {
            KeysetHandle keys = read(json);
            KeysetHandle.Builder alone = KeysetHandle.newBuilder(keys).setConfiguration(AeadConfig2026.get());
            IntStream.range(0, keys.size())
                    .map(i -> keys.size() - 1 - i)
                    .filter(i -> !keys.getAt(i).isPrimary())
                    .forEach(alone::deleteAt);
            return write(alone.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Id of the JSON's primary key. */
    public static long primaryOf(String json) {
        try {
            return Integer.toUnsignedLong(read(json).getPrimary().getId());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the service's keyset a further key, which is the primary one from then on. */
    public static long addPrimary() {
        String json = withNewPrimary(current());
        restore(json);
        return primaryOf(json);
    }

    /** The service's keyset as JSON, to be given back by {@link #restore}. */
    public static String current() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a keyset, or whatever the text is, in the place of the service's; it appears whole. Whoever takes keys away has the
     * service look at it before anything else is written, or that is encrypted with a key that is about to go.
     */
    public static void restore(String json) {
        try {
            Path next = Files.createTempFile(file().getParent(), "keyset", null);
            Files.writeString(next, json);
            Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return Path.of(ConfigProvider.getConfig().getValue(KEYSET, String.class).substring(FILE.length()));
    }

    private static KeysetHandle read(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static String write(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }
}
