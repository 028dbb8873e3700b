package io.github.cognitoconnector.embedded.cognito.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a user did or tried. No risk is ever found, for nothing here judges any.
 *
 * @param sequence the place in the order in which events came
 * @param feedback null until somebody gave one
 */
public record AuthEvent(
        long sequence,
        String id,
        Instant at,
        Facts facts,
        @Nullable Feedback feedback) {

    /** What happened. */
    public enum Type {
        SignIn,
        SignUp,
        ForgotPassword,
        PasswordChange,
        ResendCode
    }

    /** What a sign-in had to show. */
    public enum Challenge {
        Password,
        Mfa
    }

    /** Whether one challenge was met. */
    public record Answered(Challenge challenge, boolean success) {}

    /**
     * What is told of an event when it happens.
     *
     * @param ipAddress empty if not told
     */
    public record Facts(Type type, boolean passed, List<Answered> challenges, String ipAddress) {

        public Facts {
            challenges = List.copyOf(challenges);
        }

        /** Where the user came from is personal data. */
        @Override
        public String toString() {
            return "Facts[" + type + ", " + passed + "]";
        }
    }

    /** What somebody thinks of the event. */
    record Feedback(String value, String provider, Instant at) {}

    AuthEvent with(Feedback given) {
        return new AuthEvent(sequence, id, at, facts, given);
    }

    ObjectNode describe() {
        ObjectNode json = Json.object()
                .put("EventId", id)
                .put("EventType", facts.type().name())
                .put("CreationDate", Json.time(at))
                .put("EventResponse", facts.passed() ? "Pass" : "Fail");
        json.putObject("EventRisk").put("RiskDecision", "NoRisk").put("CompromisedCredentialsDetected", false);
        var challenges = json.putArray("ChallengeResponses");
        for (Answered answered : facts.challenges()) {
            challenges
                    .addObject()
                    .put("ChallengeName", answered.challenge().name())
                    .put("ChallengeResponse", answered.success() ? "Success" : "Failure");
        }
        ObjectNode context = json.putObject("EventContextData");
        Optional.of(facts.ipAddress())
                .filter(address -> !address.isEmpty())
                .ifPresent(address -> context.put("IpAddress", address));
        if (feedback != null) {
            json.putObject("EventFeedback")
                    .put("FeedbackValue", feedback.value())
                    .put("Provider", feedback.provider())
                    .put("FeedbackDate", Json.time(feedback.at()));
        }
        return json;
    }
}
