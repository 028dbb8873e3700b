package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.aws.CallOutcome;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it means to a caller that there is no session, and what to do about it; never AWS's messages. */
final class RolesAnywhereErrors {

    private static final Set<String> THROTTLING =
            Set.of("ThrottlingException", "Throttling", "TooManyRequestsException", "RequestLimitExceeded");
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404);
    private static final int TOO_MANY_REQUESTS = 429;

    private RolesAnywhereErrors() {}

    /** The answer holds no session. */
    static ProblemException of(RolesAnywhereAnswer answer) {
        String code = answer.code();
        boolean throttled = answer.status() == TOO_MANY_REQUESTS || (code != null && THROTTLING.contains(code));
        if (throttled) {
            return unavailable(
                    "IAM Roles Anywhere throttles the account. Try again later.", answer, CallOutcome.THROTTLED);
        }
        if (REFUSALS.contains(answer.status())) {
            return ProblemException.upstream(
                    ProblemType.CREDENTIALS_REJECTED,
                    advice(code),
                    answer.upstream(),
                    new RolesAnywhereFailure(answer, CallOutcome.REJECTED));
        }
        return answer.failed()
                ? unavailable("IAM Roles Anywhere has a failure of its own.", answer, CallOutcome.FAILED)
                : unavailable("IAM Roles Anywhere gave an answer that cannot be used.", answer, CallOutcome.FAILED);
    }

    /** There is no answer. */
    static ProblemException of(IOException e, boolean late) {
        return ProblemException.upstream(
                ProblemType.UPSTREAM_UNAVAILABLE,
                late ? "IAM Roles Anywhere did not answer in time." : "The connection to IAM Roles Anywhere failed.",
                RolesAnywhereAnswer.none(),
                new RolesAnywhereFailure(e));
    }

    static ProblemException expired(Instant end) {
        return ProblemException.of(
                ProblemType.CREDENTIALS_REJECTED,
                "The app's certificate expired on " + end + ". Set its credentials again, with a new certificate.");
    }

    private static ProblemException unavailable(String detail, RolesAnywhereAnswer answer, CallOutcome outcome) {
        return ProblemException.upstream(
                ProblemType.UPSTREAM_UNAVAILABLE, detail, answer.upstream(), new RolesAnywhereFailure(answer, outcome));
    }

    private static String advice(@Nullable String code) {
        return switch (code) {
            case "ResourceNotFoundException" ->
                "IAM Roles Anywhere does not know the trust anchor or the profile. Check their ARNs, and that both are in"
                        + " the region of the trust anchor.";
            case "ValidationException" ->
                "IAM Roles Anywhere found a value not valid. Check the ARNs of trust anchor, profile and role, and the"
                        + " duration of sessions.";
            case null, default ->
                "IAM Roles Anywhere refused the certificate or the role. Check that the trust anchor's CA issued the"
                        + " certificate and has not revoked it, that all certificates between are sent, that trust anchor"
                        + " and profile are enabled, that the profile lists the role, and that the role's trust policy"
                        + " names rolesanywhere.amazonaws.com.";
        };
    }
}
