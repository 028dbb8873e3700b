package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.Challenges.Challenge;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.mfa.Authenticators;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Set;

/** SMS_MFA, EMAIL_OTP and SOFTWARE_TOKEN_MFA: a code proves the second factor. */
final class FactorCode implements ChallengeKind {

    private static final Set<String> WRONG = Set.of("CodeMismatchException", "ExpiredCodeException");

    private final Factor factor;
    private final Challenges challenges;
    private final Authenticators authenticators;
    private final SignedIn signedIn;
    private final Lockouts lockouts;

    FactorCode(
            Factor factor, Challenges challenges, Authenticators authenticators, SignedIn signedIn, Lockouts lockouts) {
        this.factor = factor;
        this.challenges = challenges;
        this.authenticators = authenticators;
        this.signedIn = signedIn;
        this.lockouts = lockouts;
    }

    @Override
    public String name() {
        return factor.name();
    }

    /** A wrong code leaves the session open for some more tries. */
    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        String code = responses.required(factor.name() + "_CODE");
        Challenge challenge = challenges.get(factor.name(), attempt, responses);
        User user = Challenges.user(challenge, attempt, responses);
        if (!(challenge.state() instanceof CodeAwaited awaited) || awaited.isSpent()) {
            throw Refusal.notAuthorized("Invalid session for the user, session can only be used once.");
        }
        String who = Lockouts.who(attempt, user.sub());
        lockouts.over(who, WRONG, () -> check(attempt, user, awaited, code));
        challenges.end(responses);
        return signedIn.answer(attempt, user);
    }

    private void check(Attempt attempt, User user, CodeAwaited awaited, String code) {
        if (factor == Factor.SOFTWARE_TOKEN_MFA) {
            authenticators.use(attempt.pool(), user.sub(), code);
        } else if (!awaited.is(code)) {
            throw new Refusal("CodeMismatchException", "Invalid code or auth state for the user.");
        }
    }
}
