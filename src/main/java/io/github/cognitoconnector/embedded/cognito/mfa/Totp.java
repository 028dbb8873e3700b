package io.github.cognitoconnector.embedded.cognito.mfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords of RFC 6238: SHA-1, steps of 30 seconds, six digits, one step of skew. */
final class Totp {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LENGTH = 52;
    private static final int STEP_SECONDS = 30;
    private static final int SKEW = 1;

    private Totp() {}

    /** As many Base32 characters as Cognito gives. */
    static String newSecret() {
        StringBuilder secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    /** The step whose code this is, the newest if several; empty if it is none of those around now. */
    static OptionalLong step(String secret, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
        byte[] given = code.getBytes(StandardCharsets.US_ASCII);
        return LongStream.rangeClosed(current - SKEW, current + SKEW)
                .filter(step -> MessageDigest.isEqual(given, code(secret, step).getBytes(StandardCharsets.US_ASCII)))
                .max();
    }

    private static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is part of every JDK", e);
        }
    }

    /** Five bits a character; bits that do not fill a byte are dropped, as authenticator apps do. */
    private static byte[] decode(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int filled = 0;
        for (int i = 0; i < secret.length(); i++) {
            buffer = (buffer << 5) | ALPHABET.indexOf(secret.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[filled++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
