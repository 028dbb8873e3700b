package io.github.cognitoconnector.embedded.cognito.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's side of USER_SRP_AUTH, written from RFC 5054 and apart from the server's. */
public final class SrpClient {

    /** 2^3072 - 2^3008 - 1 + 2^64 * (floor(2^2942 pi) + 1690314), here by its digits. */
    private static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E08"
                    + "8A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6"
                    + "F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA4836"
                    + "1C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C"
                    + "32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D22618"
                    + "98FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                    + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200CBBE11757"
                    + "7A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);

    private static final BigInteger G = BigInteger.TWO;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH);

    private final String poolName;
    private final BigInteger secret = new BigInteger(512, new SecureRandom());
    private final BigInteger open = G.modPow(secret, N);

    public SrpClient(String poolId) {
        this.poolName = poolId.substring(poolId.indexOf('_') + 1);
    }

    /** {@code SRP_A}. */
    public String open() {
        return open.toString(16);
    }

    /** What every server must refuse. */
    public static String zero() {
        return N.toString(16);
    }

    public static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The answer to the challenge, signed now. */
    public Map<String, String> answer(Map<String, String> challenge, String password) {
        return answer(challenge, password, time(Instant.now()));
    }

    public Map<String, String> answer(Map<String, String> challenge, String password, String timestamp) {
        String user = challenge.getOrDefault("USER_ID_FOR_SRP", "");
        byte[] key = key(
                user,
                password,
                new BigInteger(challenge.getOrDefault("SALT", ""), 16),
                new BigInteger(challenge.getOrDefault("SRP_B", ""), 16));
        String block = challenge.getOrDefault("SECRET_BLOCK", "");
        byte[] signature =
                hmac(key, utf8(poolName), utf8(user), Base64.getDecoder().decode(block), utf8(timestamp));
        Map<String, String> answer = new HashMap<>();
        answer.put("USERNAME", user);
        answer.put("PASSWORD_CLAIM_SECRET_BLOCK", block);
        answer.put("PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature));
        answer.put("TIMESTAMP", timestamp);
        return answer;
    }

    private byte[] key(String user, String password, BigInteger salt, BigInteger serverOpen) {
        byte[] identity = sha(utf8(poolName + user + ":" + password));
        BigInteger x = new BigInteger(1, sha(salt.toByteArray(), identity));
        BigInteger u = new BigInteger(1, sha(open.toByteArray(), serverOpen.toByteArray()));
        BigInteger k = new BigInteger(1, sha(N.toByteArray(), G.toByteArray()));
        BigInteger shared =
                serverOpen.subtract(k.multiply(G.modPow(x, N))).mod(N).modPow(secret.add(u.multiply(x)), N);
        byte[] extracted = hmac(u.toByteArray(), shared.toByteArray());
        return Arrays.copyOf(hmac(extracted, utf8("Caldera Derived Key"), new byte[] {1}), 16);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
