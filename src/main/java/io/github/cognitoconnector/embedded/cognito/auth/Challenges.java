package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that wait for a new password, by their session text; good once and for some minutes. */
final class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Challenge> open = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    record Challenge(String clientId, String sub, Instant expiresAt) {}

    String begin(String clientId, String sub, Duration life) {
        Instant now = clock.instant();
        open.values().removeIf(challenge -> now.isAfter(challenge.expiresAt()));
        byte[] bytes = new byte[96];
        RANDOM.nextBytes(bytes);
        String session = Base64.getUrlEncoder().encodeToString(bytes);
        open.put(session, new Challenge(clientId, sub, now.plus(life)));
        return session;
    }

    /**
     * @throws Refusal {@code NotAuthorizedException} if it was answered, has expired, or is another client's
     */
    Challenge get(String session, String clientId) {
        Challenge challenge = open.get(session);
        if (challenge == null || !challenge.clientId().equals(clientId)) {
            throw used();
        }
        if (clock.instant().isAfter(challenge.expiresAt())) {
            throw Refusal.notAuthorized("Invalid session for the user, session is expired.");
        }
        return challenge;
    }

    /**
     * Ends the challenge for the one caller who comes first.
     *
     * @throws Refusal {@code NotAuthorizedException} for everyone else
     */
    void end(String session) {
        if (open.remove(session) == null) {
            throw used();
        }
    }

    private static Refusal used() {
        return Refusal.notAuthorized("Invalid session for the user, session can only be used once.");
    }
}
