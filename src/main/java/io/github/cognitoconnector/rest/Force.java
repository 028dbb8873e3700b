package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code force}, which does without a safeguard. */
public final class Force {

    private Force() {}

    /** @throws ProblemException {@code INVALID_REQUEST} for anything but {@code true}, {@code false} or nothing */
    public static boolean isSet(@Nullable String force) {
        return switch (force) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw ProblemException.field(ProblemType.INVALID_REQUEST, "/force", "force is true or false.");
        };
    }
}
