package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client says in {@code AuthParameters} or in answer to a challenge.
 *
 * @param session of the challenge; empty in the first request of a flow
 */
record Responses(String session, Map<String, String> values) {

    private static final int MAX_USERNAME = 128;

    static Responses parameters(Input input) {
        return new Responses("", input.dictionary("AuthParameters"));
    }

    static Responses toChallenge(Input input) {
        return new Responses(input.text("Session"), input.dictionary("ChallengeResponses"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The value of this name.
     *
     * @throws Refusal {@code InvalidParameterException} if there is none
     */
    String required(String name) {
        return find(name).orElseThrow(() -> Refusal.invalidParameter("Missing required parameter " + name));
    }

    /**
     * The name of who signs in, which is kept for a while even if nobody has it.
     *
     * @throws Refusal {@code InvalidParameterException} if there is none, or for one longer than any user's; AWS does not
     *     publish its words
     */
    String username() {
        String username = required("USERNAME");
        if (username.length() > 2 * MAX_USERNAME) {
            throw Refusal.invalidParameter("USERNAME is longer than " + MAX_USERNAME + " characters.");
        }
        return username;
    }

    /** Contract section 5: a client with a secret proves it for the given username or for one the user has. */
    void checkSecretHash(Attempt attempt, User user) {
        SecretHash.check(
                attempt.client(),
                find("SECRET_HASH"),
                List.of(values.getOrDefault("USERNAME", user.username()), user.username(), user.sub()));
    }

    /** The values may be passwords. */
    @Override
    public String toString() {
        return "Responses" + values.keySet();
    }
}
