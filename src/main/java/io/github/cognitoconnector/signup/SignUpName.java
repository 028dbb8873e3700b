package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.GroupName;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** The name in the path of a sign-up, taken as it is: no kind goes in front of it. */
final class SignUpName {

    /** Dots alone could be named by no path. */
    static final String PATTERN = "(?!\\.{1,2}$)" + GroupName.PATTERN;

    private static final int MAX_LENGTH = 128;

    private SignUpName() {}

    /** @throws ProblemException {@code INVALID_PATH} for what can be no username */
    static String of(String segment) {
        if (segment.length() > MAX_LENGTH || !segment.matches(PATTERN)) {
            throw ProblemException.of(
                    ProblemType.INVALID_PATH,
                    "A username has 1 to 128 characters and no spaces or control characters.");
        }
        return segment;
    }
}
