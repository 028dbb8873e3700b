package io.github.cognitoconnector.embedded.cognito.page;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque tokens that hold a position in a list, are authenticated, are bound to the query that made them, and expire
 * after an hour. They may contain {@code +}, {@code /} and {@code =}, as AWS's do.
 */
public final class PageTokens {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec key;
    private final InstantSource clock;

    public PageTokens(InstantSource clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    public String issue(List<String> query, String position) {
        String content = clock.instant().plus(LIFE).getEpochSecond() + " " + position;
        byte[] mac = mac(query, content);
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        byte[] token = new byte[MAC_BYTES + text.length];
        System.arraycopy(mac, 0, token, 0, MAC_BYTES);
        System.arraycopy(text, 0, token, MAC_BYTES, text.length);
        return Base64.getEncoder().encodeToString(token);
    }

    /**
     * The position in a token.
     *
     * @throws Refusal {@code InvalidParameterException} for a token that is forged, expired, or of another query
     */
    public String open(List<String> query, String token) {
        byte[] bytes = decode(token);
        String content = new String(bytes, MAC_BYTES, bytes.length - MAC_BYTES, StandardCharsets.UTF_8);
        byte[] mac = mac(query, content);
        if (!MessageDigest.isEqual(mac, Arrays.copyOf(bytes, MAC_BYTES))) {
            throw Refusal.invalidParameter("Paging marker " + token + " is invalid for request");
        }
        int blank = content.indexOf(' ');
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(content.substring(0, blank)));
        if (clock.instant().isAfter(expiry)) {
            throw Refusal.invalidParameter("Paging marker " + token + " has expired");
        }
        return content.substring(blank + 1);
    }

    private static byte[] decode(String token) {
        try {
            byte[] bytes = Base64.getDecoder().decode(token);
            if (bytes.length > MAC_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through: no token of ours looks like this
        }
        throw Refusal.invalidParameter("Paging marker " + token + " is invalid for request");
    }

    private byte[] mac(List<String> query, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : query) {
                mac.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            mac.update(content.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
