package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.Challenges.Challenge;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.mfa.Authenticators;

/**
 * MFA_SETUP: a user who must have a second factor and has none sets up an authenticator with AssociateSoftwareToken and
 * VerifySoftwareToken, then answers with the session that the latter gave. For a message as the factor the user needs an
 * address first, and signs in again.
 */
final class FactorSetup implements ChallengeKind {

    private final Challenges challenges;
    private final SignedIn signedIn;

    FactorSetup(Challenges challenges, SignedIn signedIn) {
        this.challenges = challenges;
        this.signedIn = signedIn;
    }

    /** How far the user has come. */
    enum Progress implements Challenges.State {
        ASKED,
        VERIFIED
    }

    @Override
    public String name() {
        return SecondFactorDemand.SETUP;
    }

    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        Challenge challenge = challenges.get(name(), attempt, responses);
        User user = Challenges.user(challenge, attempt, responses);
        if (challenge.state() != Progress.VERIFIED) {
            throw Authenticators.missing();
        }
        challenges.end(responses);
        return signedIn.answer(attempt, user);
    }
}
