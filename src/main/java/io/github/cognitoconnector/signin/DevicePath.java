package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.regex.Pattern;

/** The device that a path names. */
final class DevicePath {

    /** Of Cognito's own parameter. */
    private static final Pattern KEY = Pattern.compile("[\\w-]+_[0-9a-f-]+");

    private static final int MAX_LENGTH = 55;

    private DevicePath() {}

    /** @throws ProblemException {@code INVALID_PATH} for what can be no device's key */
    static String key(String segment) {
        if (segment.length() > MAX_LENGTH || !KEY.matcher(segment).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_PATH,
                    "A device key is one that the list of the user's devices holds: a region, an underscore and a UUID.");
        }
        return segment;
    }
}
