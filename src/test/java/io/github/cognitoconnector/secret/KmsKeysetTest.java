package io.github.cognitoconnector.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.Keysets;
import io.github.cognitoconnector.testing.Kms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Keysets that AWS KMS has encrypted, through the real SDK and a real socket. */
class KmsKeysetTest {

    private static final byte[] TEXT = {1, 2, 3};
    private static final byte[] NOTHING = {};

    @TempDir
    Path folder = Path.of("");

    private Kms kms = start();
    private KmsKey key = open(kms.endpoint());

    @BeforeEach
    void forget() {
        kms.requests().clear();
    }

    @AfterEach
    void stop() {
        key.close();
        kms.close();
    }

    @Test
    void unwrapsTheKeysetOnceAndWithTheKeyAlone() throws GeneralSecurityException {
        KeysetHandle keys = KeysetChanges.create();
        SecretKeyset keyset = loaded(KeysetJson.write(keys, key.aead()));
        Aead aead = keyset.aead();
        assertThat(aead.decrypt(aead.encrypt(TEXT, NOTHING), NOTHING)).isEqualTo(TEXT);
        assertThat(keyset.current().primary())
                .isEqualTo(Integer.toUnsignedLong(keys.getPrimary().getId()));
        assertThat(kms.requests()).hasSize(2).allSatisfy(call -> {
            assertThat(call.path("KeyId").asText()).isEqualTo(Kms.KEY_ARN);
            assertThat(call.has("EncryptionContext")).isFalse();
        });
        assertThat(kms.authorizations())
                .allMatch(header -> header.contains("/eu-central-1/kms/aws4_request"))
                .last()
                .asString()
                .contains("Credential=AKIAOFTHESERVICE/");
    }

    /** The form of Tink's own tink-awskms. */
    @Test
    void associatedDataIsTheEncryptionContext() throws GeneralSecurityException {
        byte[] sealed = key.aead().encrypt(TEXT, new byte[] {0, (byte) 0xab});
        assertThat(key.aead().decrypt(sealed, new byte[] {0, (byte) 0xab})).isEqualTo(TEXT);
        assertThat(kms.requests())
                .hasSize(2)
                .allMatch(call -> call.path("EncryptionContext").toString().equals("{\"associatedData\":\"00ab\"}"));
        assertThatThrownBy(() -> key.aead().decrypt(sealed, NOTHING))
                .isInstanceOf(KmsFailure.class)
                .hasMessage("AWS KMS: InvalidCiphertextException");
    }

    @Test
    void anotherKeyThanTheOneAskedForIsRefused() throws GeneralSecurityException {
        byte[] sealed = key.aead().encrypt(TEXT, NOTHING);
        kms.answerAs(Kms.KEY_ARN.replace("1234abcd", "5678abcd"));
        assertThatThrownBy(() -> key.aead().decrypt(sealed, NOTHING))
                .isInstanceOf(KmsFailure.class)
                .hasMessageContaining("another key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "DisabledException", "KMSInvalidStateException"})
    void saysWhatKmsRefusesWith(String error) throws GeneralSecurityException {
        String json = KeysetJson.write(KeysetChanges.create(), key.aead());
        kms.refuse(error);
        assertThat(refusalOf(json))
                .isEqualTo("connector.secrets.keyset is not decrypted by the AWS KMS key of"
                        + " connector.secrets.kms-key-arn: " + error + ".");
    }

    @Test
    void saysWhenKmsIsAway() throws GeneralSecurityException {
        String json = KeysetJson.write(KeysetChanges.create(), key.aead());
        kms.close();
        assertThat(refusalOf(json)).contains("connector.secrets.kms-key-arn: no answer (");
    }

    @Test
    void refusesAKeysetInClearAndOneThatWasChanged() throws GeneralSecurityException {
        String json = KeysetJson.write(KeysetChanges.create(), key.aead());
        assertThat(refusalOf(Keysets.fresh())).endsWith("connector.secrets.kms-key-arn has encrypted.");
        String changed = json.replaceFirst("(\"encryptedKeyset\":\\s*\")....", "$1AAAA");
        assertThat(changed).isNotEqualTo(json);
        assertThat(refusalOf(changed)).endsWith(": InvalidCiphertextException.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "arn:aws:kms:eu-central-1:111122223333:alias/secrets",
                "arn:aws:s3:eu-central-1:111122223333:key/1",
                "arn:aws:kms::111122223333:key/1",
                "arn:aws:kms:eu-central-1:1:key/1"
            })
    void refusesWhatIsNotTheArnOfAKey(String arn) {
        UnusableKeysetException refusal = catchThrowableOfType(
                UnusableKeysetException.class,
                () -> KmsKey.open(arn, credentials(), Optional.empty(), Duration.ofSeconds(1), List.of()));
        assertThat(refusal.sentence()).startsWith("connector.secrets.kms-key-arn is not the ARN of an AWS KMS key");
    }

    @Test
    void anEncryptedFileIsReplacedTooAndTriedAgainWhenKmsIsBack() throws IOException, GeneralSecurityException {
        KeysetHandle keys = KeysetChanges.create();
        Path file = Files.writeString(folder.resolve("keyset.json"), KeysetJson.write(keys, key.aead()));
        SecretKeyset keyset = loaded("file:" + file);
        KeysetHandle more = KeysetChanges.add(keys);
        Files.writeString(file, KeysetJson.write(more, key.aead()));
        try (CapturedLog logs = CapturedLog.of(SecretKeyset.class)) {
            kms.refuse("AccessDeniedException");
            keyset.refresh();
            keyset.refresh();
            assertThat(keyset.current().ids()).hasSize(1);
            assertThat(logs.texts())
                    .singleElement()
                    .asString()
                    .endsWith(": AccessDeniedException.")
                    .doesNotContain("canary");
        }
        kms.refuse("");
        keyset.refresh();
        assertThat(keyset.current().ids()).hasSize(2);
        int calls = kms.requests().size();
        keyset.refresh();
        assertThat(kms.requests()).hasSize(calls);
    }

    private String refusalOf(String json) {
        UnusableKeysetException refusal = catchThrowableOfType(UnusableKeysetException.class, () -> loaded(json));
        assertThat(refusal).isNotNull().hasNoCause();
        return refusal.sentence();
    }

    private SecretKeyset loaded(String value) {
        SecretKeyset keyset = Settings.wrapped(value, Kms.KEY_ARN).unloaded(kms.endpoint(), Clock.systemUTC());
        keyset.load();
        return keyset;
    }

    private static KmsKey open(URI endpoint) {
        return KmsKey.open(Kms.KEY_ARN, credentials(), Optional.of(endpoint), Duration.ofSeconds(5), List.of());
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "secret"));
    }

    private static Kms start() {
        try {
            return Kms.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
