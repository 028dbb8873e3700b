package io.github.cognitoconnector.embedded.cognito.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The arithmetic of the protocol: the group of 3072 bits of RFC 5054 and SHA-256. A number is hashed in as many bytes as
 * it needs, with a zero in front if it would look negative, which is also how {@link BigInteger} writes itself.
 */
public final class Srp {

    private static final BigInteger PRIME = new BigInteger("""
            FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
            020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
            4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
            EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05\
            98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB\
            9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
            E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718\
            3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33\
            A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7\
            ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864\
            D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2\
            08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF\
            """, 16);
    private static final BigInteger GENERATOR = BigInteger.TWO;
    private static final BigInteger MULTIPLIER = hash(PRIME, GENERATOR);
    private static final byte[] KEY_INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 16;

    private Srp() {}

    /** What a server keeps instead of the private value {@code x}. */
    public static BigInteger verifier(BigInteger x) {
        return GENERATOR.modPow(x, PRIME);
    }

    /** Whether a client's public value is in the group and not one that makes every password right. */
    public static boolean isUsable(BigInteger clientPublic) {
        return clientPublic.signum() > 0
                && clientPublic.bitLength() <= PRIME.bitLength()
                && clientPublic.mod(PRIME).signum() != 0;
    }

    static BigInteger serverPublic(BigInteger verifier, BigInteger secret) {
        return MULTIPLIER
                .multiply(verifier)
                .add(GENERATOR.modPow(secret, PRIME))
                .mod(PRIME);
    }

    /** The key that both sides have if the client knows the password behind the verifier. */
    static byte[] key(Handshake handshake) {
        BigInteger scrambling = hash(handshake.clientPublic(), handshake.serverPublic());
        BigInteger shared = handshake
                .clientPublic()
                .multiply(handshake.verifier().modPow(scrambling, PRIME))
                .modPow(handshake.secret(), PRIME);
        byte[] extracted = hmac(scrambling.toByteArray(), shared.toByteArray());
        return Arrays.copyOf(hmac(extracted, KEY_INFO), KEY_BYTES);
    }

    /** HMAC-SHA256 of the parts one behind the other. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static BigInteger hash(BigInteger one, BigInteger other) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(one.toByteArray());
            return new BigInteger(1, sha.digest(other.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
