package io.github.cognitoconnector.embedded.cognito.directory;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A salted SHA-256 of a password: the private value {@code x} of Cognito's Secure Remote Password protocol, so that one
 * value serves sign-in with the password itself and without it. Deliberately cheap: these passwords guard local test
 * data only, and a test may make a million users.
 */
public final class PasswordHash {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** Salt and hash in one, since there may be a million of them. */
    private final byte[] saltAndHash;

    private PasswordHash(byte[] salt, byte[] hash) {
        this.saltAndHash = Arrays.copyOf(salt, SALT_BYTES + hash.length);
        System.arraycopy(hash, 0, saltAndHash, SALT_BYTES, hash.length);
    }

    private byte[] saltBytes() {
        return Arrays.copyOf(saltAndHash, SALT_BYTES);
    }

    private byte[] hashBytes() {
        return Arrays.copyOfRange(saltAndHash, SALT_BYTES, saltAndHash.length);
    }

    /**
     * Hashes a new password.
     *
     * @param owner the pool's id behind its underscore and the username, as the protocol joins them
     */
    public static PasswordHash of(String owner, String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        // A first byte from 1 to 127 has one spelling only, as a number and as bytes.
        salt[0] = (byte) (1 + RANDOM.nextInt(127));
        return new PasswordHash(salt, digest(salt, owner, password));
    }

    public boolean matches(String owner, String password) {
        return MessageDigest.isEqual(hashBytes(), digest(saltBytes(), owner, password));
    }

    /** The salt as the protocol sends it. */
    public BigInteger salt() {
        return new BigInteger(1, saltBytes());
    }

    /** The exponent of the verifier. */
    public BigInteger x() {
        return new BigInteger(1, hashBytes());
    }

    private static byte[] digest(byte[] salt, String owner, String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] identity = sha.digest((owner + ":" + password).getBytes(StandardCharsets.UTF_8));
            sha.update(salt);
            return sha.digest(identity);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Says nothing: whoever has the hash can sign in. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
