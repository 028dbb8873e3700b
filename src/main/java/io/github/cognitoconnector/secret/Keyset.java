package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of one moment.
 *
 * @param primary id of the key that encrypts, an unsigned 32-bit number
 * @param ids of all enabled keys, which decrypt
 */
record Keyset(long primary, Set<Long> ids, Aead aead) {

    /** @throws GeneralSecurityException if a key is for something else than authenticated encryption */
    static Keyset of(KeysetHandle keys) throws GeneralSecurityException {
        Set<Long> ids = IntStream.range(0, keys.size())
                .mapToObj(keys::getAt)
                .filter(key -> KeyStatus.ENABLED.equals(key.getStatus()))
                .map(key -> Integer.toUnsignedLong(key.getId()))
                .collect(Collectors.toUnmodifiableSet());
        return new Keyset(
                Integer.toUnsignedLong(keys.getPrimary().getId()),
                ids,
                keys.getPrimitive(AeadConfig2026.get(), Aead.class));
    }

    boolean knows(long keyId) {
        return ids.contains(keyId);
    }

    @Override
    public String toString() {
        return "Keyset[primary=" + primary + ", ids=" + ids + "]";
    }
}
