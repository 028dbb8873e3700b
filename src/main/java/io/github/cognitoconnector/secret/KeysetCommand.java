package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * Makes and changes keysets on the command line, where no {@code tinkey} is at hand. The new keyset goes to the standard
 * output, the one place where key material is ever written, and in clear only if no key of AWS KMS is configured.
 */
public final class KeysetCommand {

    /** First word of the command line. */
    public static final String NAME = "keyset";

    private static final String USAGE = """
            keyset new                   prints a keyset with one key
            keyset add FILE              prints the keyset with a further key, which decrypts but does not encrypt yet
            keyset primary FILE KEY_ID   prints the keyset with that key as the primary one, which encrypts
            keyset drop FILE KEY_ID      prints the keyset without that key
            keyset show FILE             prints the ids of its keys
            With connector.secrets.kms-key-arn keysets are read and printed encrypted by that key of AWS KMS.""";

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Config config;
    private final PrintStream out;
    private final PrintStream err;

    /** @param config names the key of AWS KMS, if there is one */
    public KeysetCommand(Config config, PrintStream out, PrintStream err) {
        this.config = config;
        this.out = out;
        this.err = err;
    }

    /** @return the process's exit code: 0, or 1 after one sentence on the error output, or 2 after the usage there */
    public int run(List<String> words) {
        var arn = config.getOptionalValue("connector.secrets.kms-key-arn", String.class);
        try {
            if (arn.isEmpty()) {
                return run(words, null);
            }
            var endpoint = config.getOptionalValue("connector.aws.kms-endpoint", URI.class);
            try (var credentials = DefaultCredentialsProvider.builder().build();
                    var key = KmsKey.open(arn.get(), credentials, endpoint, DEADLINE, List.of())) {
                return run(words, key.aead());
            }
        } catch (UnusableKeysetException e) {
            err.println(e.sentence().replace("connector.secrets.keyset ", "The file "));
        } catch (IOException | InvalidPathException e) {
            err.println("The file cannot be read.");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            err.println("The keyset cannot be made: " + e.getMessage());
        }
        return 1;
    }

    private int run(List<String> words, @Nullable Aead wrapping) throws IOException, GeneralSecurityException {
        String word = words.isEmpty() ? "" : words.getFirst();
        String form = word + "/" + words.size();
        switch (form) {
            case "new/1" -> print(KeysetChanges.create(), wrapping);
            case "add/2" -> print(KeysetChanges.add(read(words, wrapping)), wrapping);
            case "primary/3" -> print(KeysetChanges.primary(read(words, wrapping), keyId(words)), wrapping);
            case "drop/3" -> print(KeysetChanges.drop(read(words, wrapping), keyId(words)), wrapping);
            case "show/2" -> KeysetChanges.describe(read(words, wrapping)).forEach(out::println);
            default -> {
                err.println(USAGE);
                return 2;
            }
        }
        return 0;
    }

    private static KeysetHandle read(List<String> words, @Nullable Aead wrapping) throws IOException {
        return KeysetJson.parse(Files.readString(Path.of(words.get(1))), wrapping);
    }

    private static int keyId(List<String> words) {
        try {
            return Integer.parseUnsignedInt(words.get(2));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a key id is a number, such as 1930123456.", e);
        }
    }

    private void print(KeysetHandle keys, @Nullable Aead wrapping) throws GeneralSecurityException {
        out.println(KeysetJson.write(keys, wrapping));
    }
}
