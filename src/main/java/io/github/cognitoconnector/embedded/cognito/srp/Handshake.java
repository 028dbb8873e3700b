package io.github.cognitoconnector.embedded.cognito.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** The server's side of one exchange, between its public value and the client's proof. */
public record Handshake(BigInteger clientPublic, BigInteger verifier, BigInteger secret, BigInteger serverPublic) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** RFC 5054 asks for 256 bits at least; more would only cost time. */
    private static final int SECRET_BITS = 256;

    public static Handshake begin(BigInteger clientPublic, BigInteger verifier) {
        BigInteger secret = new BigInteger(SECRET_BITS, RANDOM);
        return new Handshake(clientPublic, verifier, secret, Srp.serverPublic(verifier, secret));
    }

    /**
     * Whether the client has shown that it knows the password.
     *
     * @param owner the part of the pool's id (or the key of the device's group) and the user (or the device), joined
     * @param block the bytes that were sent along to be signed
     */
    public boolean isProvenBy(byte[] signature, String owner, byte[] block, String timestamp) {
        byte[] expected = Srp.hmac(
                Srp.key(this),
                owner.getBytes(StandardCharsets.UTF_8),
                block,
                timestamp.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, signature);
    }

    /** The numbers let whoever has them try passwords. */
    @Override
    public String toString() {
        return "Handshake";
    }
}
