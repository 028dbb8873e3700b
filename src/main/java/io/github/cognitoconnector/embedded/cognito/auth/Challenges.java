package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-ins that wait for an answer, by their session text; good once and for some minutes. */
final class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SESSION_BYTES = 96;
    static final int CAPACITY = 20_000;

    private final Map<String, Challenge> open = Collections.synchronizedMap(new Newest());
    private final InstantSource clock;

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Forgets the oldest with each new one if it has expired or is one too many, so that sign-ins that nobody goes on with
     * neither fill the heap nor slow the next one down.
     */
    private final class Newest extends LinkedHashMap<String, Challenge> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Challenge> eldest) {
            return size() > CAPACITY
                    || clock.instant().isAfter(eldest.getValue().expiresAt());
        }
    }

    /** What a kind of challenge has to remember between question and answer. */
    interface State {

        /** For a kind that remembers nothing. */
        State NONE = new State() {};
    }

    /**
     * A question asked of somebody who signs in through a client.
     *
     * @param credential what let the user in when the question was asked
     */
    record Challenge(
            String name,
            String clientId,
            String sub,
            Instant expiresAt,
            State state,
            @Nullable Credential credential) {

        /** Whether the user's password is still the one with which the sign-in began. */
        boolean isAbout(User user) {
            return Objects.equals(credential, user.standing().credential());
        }
    }

    /**
     * Asks, and answers the session text.
     *
     * @param user as the one who proved the password, not as the one who may have another by now; null for nobody
     */
    String begin(String name, Attempt attempt, @Nullable User user, State state) {
        byte[] bytes = new byte[SESSION_BYTES];
        RANDOM.nextBytes(bytes);
        String session = Base64.getUrlEncoder().encodeToString(bytes);
        Instant expiry = clock.instant().plus(attempt.client().challengeLife());
        String sub = user == null ? "" : user.sub();
        Credential credential = user == null ? null : user.standing().credential();
        open.put(session, new Challenge(name, attempt.client().id(), sub, expiry, state, credential));
        return session;
    }

    /**
     * Ends the challenge and answers it, for a kind that is good for one answer; empty if there is none for this client.
     *
     * @throws Refusal {@code NotAuthorizedException} if it has expired
     */
    Optional<Challenge> take(String name, Attempt attempt, String session) {
        Optional<Challenge> taken = Optional.ofNullable(open.get(session))
                .filter(challenge -> isOf(challenge, name, attempt))
                .filter(challenge -> open.remove(session, challenge));
        taken.ifPresent(this::checkExpiry);
        return taken;
    }

    private static boolean isOf(Challenge challenge, String name, Attempt attempt) {
        return challenge.clientId().equals(attempt.client().id())
                && challenge.name().equals(name);
    }

    private void checkExpiry(Challenge challenge) {
        if (clock.instant().isAfter(challenge.expiresAt())) {
            throw Refusal.notAuthorized("Invalid session for the user, session is expired.");
        }
    }

    /**
     * The question that the session stands for.
     *
     * @throws Refusal {@code NotAuthorizedException} if it was answered, has expired, is another client's, or asked for
     *     something else
     */
    Challenge get(String name, Attempt attempt, Responses responses) {
        Challenge challenge = open.get(responses.session());
        if (challenge == null || !isOf(challenge, name, attempt)) {
            throw used();
        }
        checkExpiry(challenge);
        return challenge;
    }

    /**
     * The user of a challenge, who may be named in the answer but must be the same.
     *
     * @throws Refusal {@code NotAuthorizedException} if the answer names somebody else, if the user is gone or disabled,
     *     or if the password was set anew since the question was asked
     */
    static User user(Challenge challenge, Attempt attempt, Responses responses) {
        User user = current(challenge, attempt);
        checkNamed(challenge, attempt, responses.required("USERNAME"));
        responses.checkSecretHash(attempt, user);
        Accounts.checkEnabled(user);
        return user;
    }

    /** Like the other for a request that names nobody. */
    static User user(Challenge challenge, Attempt attempt) {
        User user = current(challenge, attempt);
        Accounts.checkEnabled(user);
        return user;
    }

    private static User current(Challenge challenge, Attempt attempt) {
        return attempt.pool()
                .users()
                .withSub(challenge.sub())
                .filter(challenge::isAbout)
                .orElseThrow(Challenges::foreign);
    }

    /**
     * Refuses an answer in another's name.
     *
     * @throws Refusal {@code NotAuthorizedException}
     */
    static void checkNamed(Challenge challenge, Attempt attempt, String username) {
        boolean same = attempt.pool()
                .users()
                .find(username)
                .filter(found -> found.sub().equals(challenge.sub()))
                .isPresent();
        if (!same) {
            throw foreign();
        }
    }

    static Refusal foreign() {
        return Refusal.notAuthorized("Invalid session for the user.");
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

    /**
     * The client through which somebody signs in, for a request that names none.
     *
     * @throws Refusal {@code NotAuthorizedException} if nobody does under this session
     */
    String clientId(String session) {
        Challenge challenge = open.get(session);
        if (challenge == null) {
            throw used();
        }
        return challenge.clientId();
    }

    private static Refusal used() {
        return Refusal.notAuthorized("Invalid session for the user, session can only be used once.");
    }
}
