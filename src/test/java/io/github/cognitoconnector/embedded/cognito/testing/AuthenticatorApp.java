package io.github.cognitoconnector.embedded.cognito.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a user's phone; its clock can be ahead. */
public record AuthenticatorApp(String secret) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public String code(long secondsAhead) {
        return codeOfStep(Math.floorDiv(Instant.now().getEpochSecond() + secondsAhead, 30L));
    }

    /** Six digits that are no code of the minutes around now. */
    public String wrongCode() {
        long step = Math.floorDiv(Instant.now().getEpochSecond(), 30L);
        List<String> right = LongStream.rangeClosed(step - 10, step + 10)
                .mapToObj(this::codeOfStep)
                .toList();
        return IntStream.range(0, 1_000_000)
                .mapToObj("%06d"::formatted)
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private String codeOfStep(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] key() {
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < secret.length(); i++) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(i))));
        }
        byte[] key = new byte[secret.length() * 5 / 8];
        byte[] whole = bits.shiftRight(secret.length() * 5 % 8).toByteArray();
        int length = Math.min(key.length, whole.length);
        System.arraycopy(whole, whole.length - length, key, key.length - length, length);
        return key;
    }

    @Override
    public String toString() {
        return "AuthenticatorApp";
    }
}
