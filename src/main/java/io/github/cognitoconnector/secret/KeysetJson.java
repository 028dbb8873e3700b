package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AeadParameters;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keysets as Tink and its {@code tinkey} write them, in clear or encrypted by a key of AWS KMS. */
final class KeysetJson {

    /** Tinkey binds a keyset to nothing. */
    private static final byte[] NOTHING = {};

    private KeysetJson() {}

    /**
     * @param wrapping what the keyset is encrypted with; null if it is in clear
     * @throws UnusableKeysetException if it is no keyset, is not encrypted as expected, or holds other keys than AEAD
     */
    static KeysetHandle parse(String json, @Nullable Aead wrapping) {
        KeysetHandle keys = wrapping == null ? inClear(json) : encrypted(json, wrapping);
        boolean aead = IntStream.range(0, keys.size())
                .allMatch(i -> keys.getAt(i).getKey().getParameters() instanceof AeadParameters);
        if (!aead) {
            throw new UnusableKeysetException("connector.secrets.keyset holds keys of another kind than AEAD.");
        }
        return keys;
    }

    @SuppressWarnings("CatchingUnchecked") // Tink's parser throws unchecked exceptions on some texts
    private static KeysetHandle inClear(String json) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnusableKeysetException("connector.secrets.keyset is not a Tink keyset of AEAD keys in JSON.");
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private static KeysetHandle encrypted(String json, Aead wrapping) {
        try {
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, wrapping, NOTHING, AeadConfig2026.get());
        } catch (KmsFailure e) {
            throw new UnusableKeysetException("connector.secrets.keyset is not decrypted by the AWS KMS key of"
                    + " connector.secrets.kms-key-arn: " + e.reason() + ".");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnusableKeysetException("connector.secrets.keyset is not a Tink keyset of AEAD keys in JSON that"
                    + " the AWS KMS key of connector.secrets.kms-key-arn has encrypted.");
        }
    }

    /** Key material in clear, unless there is something to encrypt it with. */
    static String write(KeysetHandle keys, @Nullable Aead wrapping) throws GeneralSecurityException {
        return wrapping == null
                ? TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, wrapping, NOTHING, AeadConfig2026.get());
    }
}
