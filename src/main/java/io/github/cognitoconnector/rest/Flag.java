package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** A query parameter that is {@code true} or {@code false}. */
public final class Flag {

    private Flag() {}

    /**
     * @param value null if the parameter is not there, which is false
     * @throws ProblemException {@code INVALID_REQUEST} for anything but {@code true}, {@code false} or nothing
     */
    public static boolean isSet(String name, @Nullable String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default ->
                throw ProblemException.field(ProblemType.INVALID_REQUEST, "/" + name, name + " is true or false.");
        };
    }
}
