package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.problem.ProblemType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a mutation. */
enum Outcome {
    /** It was done. */
    SUCCEEDED,
    /** It was not done, and that is the caller's affair. */
    REFUSED,
    /** It was not done, and that is not the caller's fault. */
    FAILED,
    /** It may have been done, in whole or in part: an answer was lost, or this service stopped meanwhile. */
    UNKNOWN;

    /** @param problem code of the problem that was answered */
    static Outcome of(int status, @Nullable String problem) {
        if (status < 400) {
            return SUCCEEDED;
        }
        if (status < 500) {
            return REFUSED;
        }
        return knownUndone(problem) ? FAILED : UNKNOWN;
    }

    /** AWS has answered, and its answer was no; whatever else fails on a server may have been done before. */
    private static boolean knownUndone(@Nullable String problem) {
        return ProblemType.CREDENTIALS_REJECTED.code().equals(problem)
                || ProblemType.UPSTREAM_FAILED.code().equals(problem);
    }

    /** As callers see it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
