package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message;
import io.github.cognitoconnector.embedded.cognito.mfa.Authenticators;
import io.github.cognitoconnector.embedded.cognito.mfa.MfaPolicy;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Asks for a second factor: for the one there is, for the preferred one, for a choice, or to set one up. */
final class SecondFactorDemand {

    static final String CHOICE = "SELECT_MFA_TYPE";
    static final String SETUP = "MFA_SETUP";

    private final Challenges challenges;
    private final Mailings mailings;

    SecondFactorDemand(Challenges challenges, Mailings mailings) {
        this.challenges = challenges;
        this.mailings = mailings;
    }

    /**
     * The question for this user; empty if a password is enough.
     *
     * @throws Refusal {@code MFAMethodNotFoundException} if the user lacks what every factor of the user needs
     */
    Optional<ObjectNode> demand(Attempt attempt, User user) {
        MfaPolicy policy = MfaPolicy.of(attempt.pool());
        List<Factor> chosen = policy.chosen(user);
        if (chosen.isEmpty()) {
            return policy.required() ? Optional.of(setUp(attempt, user, policy)) : Optional.empty();
        }
        List<Factor> ready = chosen.stream()
                .filter(factor -> MfaPolicy.isReady(user, factor))
                .toList();
        if (ready.isEmpty()) {
            throw new Refusal("MFAMethodNotFoundException", "No MFA mechanism registered for the user.");
        }
        Factor preferred = user.security().factors().preferred();
        Optional<Factor> only = ready.size() == 1
                ? Optional.of(ready.getFirst())
                : ready.stream().filter(factor -> factor == preferred).findFirst();
        return Optional.of(only.map(factor -> ask(attempt, user, factor)).orElseGet(() -> offer(attempt, user, ready)));
    }

    /** Asks for a code, and sends it where the factor is a message. */
    ObjectNode ask(Attempt attempt, User user, Factor factor) {
        return switch (factor) {
            case SMS_MFA -> send(attempt, user, factor, Message.Medium.SMS);
            case EMAIL_OTP -> send(attempt, user, factor, Message.Medium.EMAIL);
            case SOFTWARE_TOKEN_MFA -> {
                var authenticator = user.security().factors().authenticator();
                if (authenticator == null) {
                    throw Authenticators.missing();
                }
                ObjectNode answer = question(attempt, user, factor.name(), new CodeAwaited(""));
                if (!authenticator.name().isEmpty()) {
                    parameters(answer).put("FRIENDLY_DEVICE_NAME", authenticator.name());
                }
                yield answer;
            }
        };
    }

    private ObjectNode send(Attempt attempt, User user, Factor factor, Message.Medium medium) {
        Mailings.Destination to = Mailings.destination(user, medium)
                .orElseThrow(() -> Refusal.invalidParameter("User does not have an address for " + factor));
        String code = Codes.random();
        ObjectNode answer = question(attempt, user, factor.name(), new CodeAwaited(code));
        mailings.send(Message.Kind.SECOND_FACTOR, attempt.pool(), user, to, code);
        ObjectNode described = to.describe();
        parameters(answer)
                .put("CODE_DELIVERY_DELIVERY_MEDIUM", medium.name())
                .put("CODE_DELIVERY_DESTINATION", described.path("Destination").asText());
        return answer;
    }

    private ObjectNode offer(Attempt attempt, User user, List<Factor> ready) {
        ObjectNode answer = question(attempt, user, CHOICE, new Offered(ready));
        parameters(answer).put("MFAS_CAN_CHOOSE", names(ready));
        return answer;
    }

    private ObjectNode setUp(Attempt attempt, User user, MfaPolicy policy) {
        ObjectNode answer = question(attempt, user, SETUP, FactorSetup.Progress.ASKED);
        parameters(answer)
                .put("MFAS_CAN_SETUP", names(policy.admitted().stream().sorted().toList()));
        return answer;
    }

    private ObjectNode question(Attempt attempt, User user, String name, Challenges.State state) {
        String session = challenges.begin(name, attempt, user, state);
        ObjectNode answer = Json.object().put("ChallengeName", name).put("Session", session);
        answer.putObject("ChallengeParameters").put("USER_ID_FOR_SRP", user.username());
        return answer;
    }

    private static ObjectNode parameters(ObjectNode answer) {
        return answer.withObject("/ChallengeParameters");
    }

    private static String names(Collection<Factor> factors) {
        return Json.write(Json.array(factors.stream().map(Factor::name).toList()));
    }

    /** The factors that the user may choose among. */
    record Offered(List<Factor> factors) implements Challenges.State {}
}
