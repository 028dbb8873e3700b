package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The refresh tokens of one session: one for all its life, or a chain of them where the client rotates them. */
final class RefreshTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 48;

    /** Tokens that are remembered; one that was used longer ago is as unknown as one that never was. */
    private static final int CAPACITY = 100;

    private static final Instant UNUSED = Instant.MAX;

    private final String prefix;
    private final Map<String, Instant> firstUse = new LinkedHashMap<>();

    RefreshTokens(String prefix) {
        this.prefix = prefix;
    }

    synchronized String next() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String token = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        firstUse.put(token, UNUSED);
        if (firstUse.size() > CAPACITY) {
            firstUse.remove(firstUse.keySet().iterator().next());
        }
        return token;
    }

    synchronized boolean has(String token) {
        return firstUse.containsKey(token);
    }

    /** Whether the next token was given for it. */
    synchronized boolean isUsed(String token) {
        return !firstUse.getOrDefault(token, UNUSED).equals(UNUSED);
    }

    /**
     * Gives a token away for the next one.
     *
     * @param grace how long after its first use a token is still taken
     * @throws Refusal {@code RefreshTokenReuseException}
     */
    synchronized String rotate(String token, Instant now, Duration grace) {
        Instant used = firstUse.getOrDefault(token, UNUSED);
        if (used.equals(UNUSED)) {
            firstUse.put(token, now);
        } else if (!now.isBefore(used.plus(grace))) {
            throw reused();
        }
        return next();
    }

    private static Refusal reused() {
        return new Refusal("RefreshTokenReuseException", "Refresh token has been invalidated by rotation.");
    }

    /** The tokens are credentials. */
    @Override
    public String toString() {
        return "RefreshTokens";
    }
}
