package io.github.cognitoconnector.group;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** Cognito's limits on groups, which no waiting helps against. */
final class GroupLimits {

    private GroupLimits() {}

    /** The same failure, with the way out if it is that a limit is reached. */
    static ProblemException explained(ProblemException e, String wayOut) {
        return e.isUpstream("LimitExceededException") ? e.as(ProblemType.UNSUPPORTED_STATE, wayOut) : e;
    }
}
