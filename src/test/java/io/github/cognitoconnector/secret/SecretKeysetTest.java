package io.github.cognitoconnector.secret;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysetTest {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final byte[] TEXT = {1, 2, 3};
    private static final byte[] NOTHING = {};

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsAKeysetFromTheConfigurationItself() throws GeneralSecurityException {
        String json = Keysets.fresh();
        Aead aead = loaded(Settings.keyset(json)).aead();
        Aead another = loaded(Settings.keyset(json)).aead();
        assertThat(another.decrypt(aead.encrypt(TEXT, NOTHING), NOTHING)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "{}", "[]", "null", "{\"primaryKeyId\": 1, \"key\": []}", "{\"key\": 7}", "{\"key\": [7]}"})
    void refusesWhatIsNoKeyset(String text) {
        assertThat(refusalOf(Settings.keyset(text)))
                .isEqualTo("connector.secrets.keyset is not a Tink keyset of AEAD keys in JSON.");
    }

    @Test
    void refusesADamagedKeysetWithoutAWordOfIt() {
        String json = Keysets.fresh();
        String material = json.replaceAll("(?s).*\"value\":\\s*\"([^\"]+)\".*", "$1");
        assertThat(material).hasSizeGreaterThan(40).isNotEqualTo(json);
        UnusableKeysetException refusal = catchThrowableOfType(
                UnusableKeysetException.class,
                () -> loaded(Settings.keyset(json.replace(material, material.substring(4)))));
        assertThat(refusal).hasNoCause();
        assertThat(refusal.sentence())
                .contains("connector.secrets.keyset")
                .doesNotContain(material.substring(4, 20))
                .doesNotContain("\n");
    }

    @Test
    void refusesKeysForSomethingElse() throws GeneralSecurityException {
        MacConfig.register();
        AeadConfig.register();
        KeysetHandle mac =
                KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_128BITTAG, RegistryConfiguration.get());
        KeysetHandle mixed = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_128BITTAG)
                        .withRandomId())
                .build();
        for (KeysetHandle keys : new KeysetHandle[] {mac, mixed}) {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            assertThat(refusalOf(Settings.keyset(json)))
                    .contains("connector.secrets.keyset")
                    .contains("AEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.json", "."})
    void refusesAFileThatCannotBeRead(String name) {
        assertThat(refusalOf(Settings.keyset("file:" + folder.resolve(name))))
                .isEqualTo("The file that connector.secrets.keyset names cannot be read.");
        assertThat(refusalOf(Settings.keyset("file:\0"))).contains("cannot be read");
    }

    @Test
    void withoutAKeysetNoSecretIsKept() throws GeneralSecurityException {
        try (CapturedLog logs = CapturedLog.of(SecretKeyset.class)) {
            SecretKeyset keyset = loaded(Settings.none());
            assertThat(logs.texts())
                    .singleElement()
                    .asString()
                    .startsWith("WARN connector.secrets.keyset is not set: apps cannot keep secrets")
                    .contains("this replica only");
            Aead aead = keyset.aead();
            assertThat(aead.decrypt(aead.encrypt(TEXT, NOTHING), NOTHING)).isEqualTo(TEXT);

            SecretVault vault =
                    new SecretVault(new SecretRepository(Database.noScope()), new SecretCipher(keyset), keyset);
            assertThat(vault.ready()).isFalse();
            ProblemException refusal =
                    refusal(() -> vault.replace("webshop", Map.of(SecretField.PRIVATE_KEY, new Secret("canary"))));
            assertThat(refusal.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
            assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly("/type");
            assertThat(refusal.detail())
                    .contains("DEFAULT", "ASSUME_ROLE", "connector.secrets.keyset")
                    .doesNotContain("canary");
        }
    }

    /** As Kubernetes replaces a mounted secret: the file is a link through {@code ..data}, which is moved as a whole. */
    @Test
    void followsALinkThatIsMoved() throws IOException, GeneralSecurityException {
        Path older = Files.createDirectory(folder.resolve("..2026_11_20_12"));
        Path newer = Files.createDirectory(folder.resolve("..2026_11_20_13"));
        String json = Files.readString(Files.writeString(older.resolve("keyset.json"), Keysets.fresh()));
        Files.writeString(newer.resolve("keyset.json"), Keysets.withNewPrimary(json));
        Path data = Files.createSymbolicLink(folder.resolve("..data"), older.getFileName());
        Path file = Files.createSymbolicLink(folder.resolve("keyset.json"), Path.of("..data/keyset.json"));

        SecretKeyset keyset = loaded(Settings.keyset("file:" + file));
        Aead aead = keyset.aead();
        byte[] before = aead.encrypt(TEXT, NOTHING);
        Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), newer.getFileName());
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(older.resolve("keyset.json"));
        keyset.refresh();

        assertThat(keyset.current().primary()).isNotEqualTo(Keysets.primaryOf(json));
        assertThat(aead.decrypt(before, NOTHING)).isEqualTo(TEXT);
        assertThat(aead.decrypt(aead.encrypt(TEXT, NOTHING), NOTHING)).isEqualTo(TEXT);
    }

    @Test
    void aBrokenFileLeavesTheKeysetInPlaceAndIsSaidOnce() throws IOException {
        String json = Keysets.fresh();
        Path file = Files.writeString(folder.resolve("keyset.json"), json);
        SecretKeyset keyset = loaded(Settings.keyset("file:" + file));
        try (CapturedLog logs = CapturedLog.of(SecretKeyset.class)) {
            for (String broken : new String[] {"{", "", json.substring(0, json.length() / 2)}) {
                Files.writeString(file, broken);
                keyset.refresh();
                keyset.refresh();
            }
            Files.delete(file);
            keyset.refresh();
            keyset.refresh();
            assertThat(keyset.current().primary()).isEqualTo(Keysets.primaryOf(json));
            assertThat(logs.texts()).hasSize(4).allMatch(line -> line.startsWith("ERROR The keyset stays as it was: "));

            Files.writeString(file, json);
            keyset.refresh();
            assertThat(logs.texts()).hasSize(4);
            Files.writeString(file, "{");
            keyset.refresh();
            assertThat(logs.texts()).hasSize(5);

            String mended = Keysets.withNewPrimary(json);
            Files.writeString(file, mended);
            keyset.refresh();
            assertThat(keyset.current().primary()).isEqualTo(Keysets.primaryOf(mended));
        }
    }

    @Test
    void aKeyThatHasOnlyJustComeIsFoundAtOnceButNotOftenerThanEverySecond() throws Exception {
        String json = Keysets.fresh();
        String second = Keysets.withNewPrimary(json);
        String third = Keysets.withNewPrimary(second);
        byte[] ofSecond = loaded(Settings.keyset(second)).aead().encrypt(TEXT, NOTHING);
        byte[] ofThird = loaded(Settings.keyset(third)).aead().encrypt(TEXT, NOTHING);
        Path file = Files.writeString(folder.resolve("keyset.json"), json);
        MovableClock clock = new MovableClock();
        SecretKeyset keyset = loaded(Settings.keyset("file:" + file), clock);
        Aead aead = keyset.aead();

        Files.writeString(file, second);
        assertThat(aead.decrypt(ofSecond, NOTHING)).isEqualTo(TEXT);
        Files.writeString(file, third);
        clock.now = clock.now.plusMillis(999);
        assertThatThrownBy(() -> aead.decrypt(ofThird, NOTHING)).isInstanceOf(GeneralSecurityException.class);
        clock.now = clock.now.plusMillis(1);
        assertThat(aead.decrypt(ofThird, NOTHING)).isEqualTo(TEXT);
        assertThatThrownBy(() -> aead.decrypt(new byte[] {1, 2, 3, 4}, NOTHING))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static String refusalOf(Settings settings) {
        UnusableKeysetException refusal = catchThrowableOfType(UnusableKeysetException.class, () -> loaded(settings));
        assertThat(refusal).isNotNull().hasNoCause();
        return refusal.sentence();
    }

    private static SecretKeyset loaded(Settings settings) {
        return loaded(settings, STANDING);
    }

    private static SecretKeyset loaded(Settings settings, Clock clock) {
        SecretKeyset keyset = settings.unloaded(null, clock);
        keyset.load();
        return keyset;
    }

    private static final class MovableClock extends Clock {

        private Instant now = STANDING.instant();

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
