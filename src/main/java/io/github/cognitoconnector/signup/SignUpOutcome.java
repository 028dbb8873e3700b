package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.Upstream;
import io.github.cognitoconnector.security.NameAllowances;
import java.time.Duration;
import java.util.Set;

/** What Cognito's answers to people who sign up may tell. Nothing of AWS's own goes on, since its code would say who exists. */
final class SignUpOutcome {

    /** Cognito does not say how long; it counts hours. */
    private static final Duration WAIT = Duration.ofMinutes(20);

    private static final Set<String> LIMITS = Set.of("LimitExceededException", "TooManyFailedAttemptsException");

    private SignUpOutcome() {}

    /** AWS's code; empty if AWS has not answered. */
    static String code(ProblemException e) {
        Upstream upstream = e.upstream();
        String code = upstream == null ? null : upstream.code();
        return code == null ? "" : code;
    }

    /** Whether Cognito's limit for one user is reached. */
    static boolean isLimit(ProblemException e) {
        return LIMITS.contains(code(e));
    }

    /** In the words of our own limit. */
    static ProblemException limit() {
        return NameAllowances.usedUp(WAIT);
    }
}
