package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.regex.Pattern;

/** The identity provider that a path names. */
final class IdentityPath {

    /** Of Cognito's own parameter. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+");

    private static final int MAX_LENGTH = 32;

    private IdentityPath() {}

    /**
     * @throws ProblemException {@code INVALID_PATH} for what can be no provider's name, {@code NOT_FOUND} for the pool itself,
     *     which Cognito takes for the provider of a user's password
     */
    static String provider(String segment) {
        if (segment.length() > MAX_LENGTH || !NAME.matcher(segment).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_PATH,
                    "The name of an identity provider has 1 to 32 characters and no control characters.");
        }
        if (segment.equalsIgnoreCase(CognitoIdentities.OWN)) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "This is the user pool, and no identity provider of it.");
        }
        return segment;
    }
}
