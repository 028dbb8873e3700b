package io.github.cognitoconnector.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import io.github.cognitoconnector.testing.Keysets;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetCommandTest {

    private static final byte[] TEXT = {1, 2, 3};
    private static final byte[] NOTHING = {};

    @TempDir
    Path folder = Path.of("");

    private record Outcome(int code, String out, String err) {}

    /** From the first keyset to the one without the first key, as the operations guide has it. */
    @Test
    void makesEveryKeysetOfARotation() throws GeneralSecurityException, IOException {
        String first = printed("new");
        String oldId = ids(first).getFirst();
        byte[] sealed = aead(first).encrypt(TEXT, NOTHING);

        String two = printed("add", file(first));
        assertThat(ids(two)).hasSize(2).contains(oldId);
        assertThat(Keysets.primaryOf(two)).isEqualTo(Keysets.primaryOf(first));
        String newId = ids(two).getLast();

        String turned = printed("primary", file(two), newId);
        assertThat(Keysets.primaryOf(turned)).isEqualTo(Long.parseLong(newId));
        assertThat(aead(turned).decrypt(sealed, NOTHING)).isEqualTo(TEXT);
        assertThat(aead(two).decrypt(aead(turned).encrypt(TEXT, NOTHING), NOTHING))
                .isEqualTo(TEXT);

        String last = printed("drop", file(turned), oldId);
        assertThat(ids(last)).containsExactly(newId);
        assertThat(aead(last).decrypt(aead(turned).encrypt(TEXT, NOTHING), NOTHING))
                .isEqualTo(TEXT);
    }

    @Test
    void showsIdsAndNoKey() throws IOException {
        String two = printed("add", file(printed("new")));
        Outcome shown = run("show", file(two));
        assertThat(shown.out.lines())
                .hasSize(2)
                .allMatch(line -> line.matches("[0-9]+ ENABLED( primary)?"))
                .filteredOn(line -> line.endsWith(" primary"))
                .containsExactly(Keysets.primaryOf(two) + " ENABLED primary");
    }

    @Test
    void refusesKeysThatAreNotThereAndThePrimaryOne() throws IOException {
        String json = printed("new");
        String id = ids(json).getFirst();
        assertRefused("the primary key encrypts", "drop", file(json), id);
        assertRefused("no such key", "drop", file(json), id.equals("7") ? "8" : "7");
        assertRefused("no such key", "primary", file(json), id.equals("7") ? "8" : "7");
        assertRefused("a key id is a number", "primary", file(json), "first");
        assertRefused("cannot be read", "add", folder.resolve("nowhere").toString());
        assertRefused("The file is not a Tink keyset", "add", file("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "new FILE", "add", "primary FILE", "drop FILE", "show"})
    void saysHowItIsUsed(String words) {
        Outcome outcome = run(words.isEmpty() ? new String[0] : words.split(" ", -1));
        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.out).isEmpty();
        assertThat(outcome.err).startsWith("keyset new ");
    }

    @Test
    void refusesTheArnOfSomethingElse() {
        Outcome outcome = run(Map.of("connector.secrets.kms-key-arn", "arn:aws:s3:::bucket"), "new");
        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.out).isEmpty();
        assertThat(outcome.err).startsWith("connector.secrets.kms-key-arn is not the ARN of an AWS KMS key");
    }

    private void assertRefused(String reason, String... words) {
        Outcome outcome = run(words);
        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.out).isEmpty();
        assertThat(outcome.err.lines())
                .singleElement()
                .asString()
                .contains(reason)
                .doesNotContain("canary");
    }

    private String printed(String... words) {
        Outcome outcome = run(words);
        assertThat(outcome.err).isEmpty();
        assertThat(outcome.code).isZero();
        return outcome.out;
    }

    private List<String> ids(String json) throws IOException {
        return run("show", file(json))
                .out
                .lines()
                .map(line -> line.split(" ", -1)[0])
                .toList();
    }

    private static Outcome run(String... words) {
        return run(Map.of(), words);
    }

    private static Outcome run(Map<String, String> configuration, String... words) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configuration, "test", 100))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new KeysetCommand(
                        config,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String json) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "keyset", ".json"), json)
                .toString();
    }

    private static Aead aead(String json) {
        return Settings.keyset(json).unloaded(null, Clock.systemUTC()).aead();
    }
}
