package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvent;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvent.Answered;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvent.Challenge;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvent.Facts;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvents;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sees how steps of a sign-in end, and notes that it passed or failed. A sign-in that waits for an answer, and one that
 * is refused for its form or the user's state, is no event yet.
 */
final class Watch {

    private static final Set<String> FACTORS =
            Arrays.stream(Factor.values()).map(Factor::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PASSWORDS = Set.of("", "PASSWORD_VERIFIER");

    private final AuthEvents events;

    Watch(AuthEvents events) {
        this.events = events;
    }

    /**
     * Takes the step.
     *
     * @param challenge that is answered; empty in the first request of a flow
     */
    ObjectNode over(String challenge, Attempt attempt, Responses responses, Supplier<ObjectNode> step) {
        try {
            ObjectNode answer = step.get();
            if (answer.has("AuthenticationResult")) {
                note(challenge, attempt, responses, true);
            }
            return answer;
        } catch (Refusal refusal) {
            if (isWrong(challenge, refusal.code())) {
                note(challenge, attempt, responses, false);
            }
            throw refusal;
        }
    }

    /** Not a session that is gone: whoever shows none has shown no password either. */
    private static boolean isWrong(String challenge, String code) {
        return FACTORS.contains(challenge)
                ? code.equals("CodeMismatchException") || code.equals("ExpiredCodeException")
                : PASSWORDS.contains(challenge) && code.equals("NotAuthorizedException");
    }

    private void note(String challenge, Attempt attempt, Responses responses, boolean passed) {
        List<Answered> answered = FACTORS.contains(challenge)
                ? List.of(new Answered(Challenge.Password, true), new Answered(Challenge.Mfa, passed))
                : List.of(new Answered(Challenge.Password, passed));
        Facts facts = new Facts(
                AuthEvent.Type.SignIn, passed, answered, attempt.origin().ipAddress());
        responses
                .find("USERNAME")
                .flatMap(attempt.pool().users()::find)
                .ifPresent(user -> events.record(attempt.pool(), user, facts));
    }
}
