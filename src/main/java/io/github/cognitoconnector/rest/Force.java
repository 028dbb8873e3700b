package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** The query parameter that does without a safeguard; nothing but {@code true} and {@code false} is understood. */
public enum Force {
    TRUE,
    FALSE;

    /** @throws ProblemException {@code INVALID_REQUEST} */
    public static Force fromString(String value) {
        return switch (value) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            default -> throw ProblemException.field(ProblemType.INVALID_REQUEST, "/force", "force is true or false.");
        };
    }

    public boolean isSet() {
        return this == TRUE;
    }
}
