package io.github.cognitoconnector.secret;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a rotation, each from one keyset to the next. */
final class KeysetChanges {

    private KeysetChanges() {}

    static KeysetHandle create() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    /** With a further key, which is not the primary one. */
    static KeysetHandle add(KeysetHandle keys) throws GeneralSecurityException {
        return changing(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .build();
    }

    /** @throws IllegalArgumentException if there is no such key */
    static KeysetHandle primary(KeysetHandle keys, int keyId) throws GeneralSecurityException {
        KeysetHandle.Builder changed = changing(keys);
        changed.getAt(indexOf(keys, keyId)).makePrimary();
        return changed.build();
    }

    /** @throws IllegalArgumentException if there is no such key, or it is the primary one */
    static KeysetHandle drop(KeysetHandle keys, int keyId) throws GeneralSecurityException {
        int index = indexOf(keys, keyId);
        if (keys.getAt(index).isPrimary()) {
            throw new IllegalArgumentException("the primary key encrypts; make another one primary first.");
        }
        return changing(keys).deleteAt(index).build();
    }

    /** A line for each key, without key material. */
    static List<String> describe(KeysetHandle keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(keys::getAt)
                .map(key -> Integer.toUnsignedString(key.getId()) + " " + key.getStatus()
                        + (key.isPrimary() ? " primary" : ""))
                .toList();
    }

    private static KeysetHandle.Builder changing(KeysetHandle keys) {
        return KeysetHandle.newBuilder(keys).setConfiguration(AeadConfig2026.get());
    }

    private static int indexOf(KeysetHandle keys, int keyId) {
        return IntStream.range(0, keys.size())
                .filter(i -> keys.getAt(i).getId() == keyId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the keyset has no such key."));
    }
}
