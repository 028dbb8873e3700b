package io.github.cognitoconnector.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Where the configuration says that the keyset is. */
@ApplicationScoped
class KeysetSource {

    private static final String FILE = "file:";

    private final SecretsConfig config;
    private final KeysetWrapping wrapping;

    KeysetSource(SecretsConfig config, KeysetWrapping wrapping) {
        this.config = config;
        this.wrapping = wrapping;
    }

    boolean configured() {
        return config.keyset().isPresent();
    }

    /** Whether it can change while the service runs. */
    boolean isFile() {
        return config.keyset().filter(value -> value.startsWith(FILE)).isPresent();
    }

    /**
     * The keyset's text as it is now; a path is followed anew each time, so that a link may point elsewhere by then.
     *
     * @throws UnusableKeysetException if the file cannot be read
     */
    String text() {
        String value = config.keyset().orElseThrow();
        if (!value.startsWith(FILE)) {
            return value;
        }
        try {
            return Files.readString(Path.of(value.substring(FILE.length())));
        } catch (IOException | InvalidPathException e) {
            throw new UnusableKeysetException("The file that connector.secrets.keyset names cannot be read.");
        }
    }

    /** @throws UnusableKeysetException if the text is no keyset that can be used here */
    Keyset parse(String text) {
        try {
            return Keyset.of(KeysetJson.parse(text, wrapping.aead()));
        } catch (GeneralSecurityException e) {
            throw new UnusableKeysetException("connector.secrets.keyset holds keys of another kind than AEAD.");
        }
    }

    /** A keyset that nobody else has and that ends with the process. */
    static Keyset generate() {
        try {
            return Keyset.of(KeysetChanges.create());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset cannot be generated", e);
        }
    }
}
