package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.Challenges.Challenge;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Optional;

/** SELECT_MFA_TYPE: the user chooses among several factors. */
final class FactorChoice implements ChallengeKind {

    private final Challenges challenges;
    private final SecondFactorDemand demand;

    FactorChoice(Challenges challenges, SecondFactorDemand demand) {
        this.challenges = challenges;
        this.demand = demand;
    }

    @Override
    public String name() {
        return SecondFactorDemand.CHOICE;
    }

    /** A choice that was not offered leaves the session open. */
    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        String answer = responses.required("ANSWER");
        Challenge challenge = challenges.get(name(), attempt, responses);
        User user = Challenges.user(challenge, attempt, responses);
        Factor factor = offered(challenge, answer)
                .orElseThrow(() -> Refusal.invalidParameter("Invalid answer to the challenge SELECT_MFA_TYPE."));
        challenges.end(responses);
        return demand.ask(attempt, user, factor);
    }

    private static Optional<Factor> offered(Challenge challenge, String answer) {
        return challenge.state() instanceof SecondFactorDemand.Offered offered
                ? offered.factors().stream()
                        .filter(factor -> factor.name().equals(answer))
                        .findFirst()
                : Optional.empty();
    }
}
