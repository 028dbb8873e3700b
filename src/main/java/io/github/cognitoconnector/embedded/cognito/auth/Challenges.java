package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that wait for an answer, by their session text; good once and for some minutes. */
final class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SESSION_BYTES = 96;

    private final Map<String, Challenge> open = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    /** What a kind of challenge has to remember between question and answer. */
    interface State {

        /** For a kind that remembers nothing. */
        State NONE = new State() {};
    }

    /** A question asked of somebody who signs in through a client. */
    record Challenge(String name, String clientId, String sub, Instant expiresAt, State state) {}

    /** Asks, and answers the session text. */
    String begin(String name, Attempt attempt, String sub, State state) {
        Instant now = clock.instant();
        open.values().removeIf(challenge -> now.isAfter(challenge.expiresAt()));
        byte[] bytes = new byte[SESSION_BYTES];
        RANDOM.nextBytes(bytes);
        String session = Base64.getUrlEncoder().encodeToString(bytes);
        Instant expiry = now.plus(attempt.client().challengeLife());
        open.put(session, new Challenge(name, attempt.client().id(), sub, expiry, state));
        return session;
    }

    /**
     * The question that the session stands for.
     *
     * @throws Refusal {@code NotAuthorizedException} if it was answered, has expired, is another client's, or asked for
     *     something else
     */
    Challenge get(String name, Attempt attempt, Responses responses) {
        Challenge challenge = open.get(responses.session());
        if (challenge == null
                || !challenge.clientId().equals(attempt.client().id())
                || !challenge.name().equals(name)) {
            throw used();
        }
        if (clock.instant().isAfter(challenge.expiresAt())) {
            throw Refusal.notAuthorized("Invalid session for the user, session is expired.");
        }
        return challenge;
    }

    /**
     * The user of a challenge, who may be named in the answer but must be the same.
     *
     * @throws Refusal {@code NotAuthorizedException} if the answer names somebody else, or the user is gone
     */
    static User user(Challenge challenge, Attempt attempt, Responses responses) {
        User user = attempt.pool()
                .users()
                .withSub(challenge.sub())
                .orElseThrow(() -> Refusal.notAuthorized("Invalid session for the user."));
        boolean same = attempt.pool()
                .users()
                .find(responses.required("USERNAME"))
                .filter(found -> found.sub().equals(user.sub()))
                .isPresent();
        if (!same) {
            throw Refusal.notAuthorized("Invalid session for the user.");
        }
        responses.checkSecretHash(attempt, user);
        return user;
    }

    /**
     * Ends the challenge for the one caller who comes first.
     *
     * @throws Refusal {@code NotAuthorizedException} for everyone else
     */
    void end(Responses responses) {
        if (open.remove(responses.session()) == null) {
            throw used();
        }
    }

    private static Refusal used() {
        return Refusal.notAuthorized("Invalid session for the user, session can only be used once.");
    }
}
