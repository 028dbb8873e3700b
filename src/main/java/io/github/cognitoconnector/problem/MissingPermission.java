package io.github.cognitoconnector.problem;

import io.vertx.ext.web.RoutingContext;

/** The permission that a request lacks, noted by the check so that the refusal can name it. */
public final class MissingPermission {

    private static final String KEY = MissingPermission.class.getName();

    private MissingPermission() {}

    /** Where one of several would do, the last one checked is named. */
    public static void note(RoutingContext request, String permission) {
        request.put(KEY, permission);
    }

    static ProblemException of(RoutingContext request, Throwable cause) {
        return ProblemException.of(
                ProblemType.FORBIDDEN,
                "The permission " + request.get(KEY, "for this operation") + " is missing.",
                cause);
    }
}
