package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Encryption by whatever keyset there is at the moment. */
final class CurrentAead implements Aead {

    /** Tink's prefix: how the key was made known, and the key's id. Keys without a prefix are simply tried. */
    private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

    private final SecretKeyset keyset;

    CurrentAead(SecretKeyset keyset) {
        this.keyset = keyset;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return keyset.current().aead().encrypt(plaintext, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        if (ciphertext.length < PREFIX_LENGTH) {
            throw new GeneralSecurityException("decryption failed");
        }
        long keyId = Integer.toUnsignedLong(ByteBuffer.wrap(ciphertext).getInt(1));
        return keyset.knowing(keyId).aead().decrypt(ciphertext, associatedData);
    }
}
