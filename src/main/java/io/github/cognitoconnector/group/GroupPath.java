package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.GroupName;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** The group that a path names. */
public final class GroupPath {

    private static final int MAX_LENGTH = 128;

    private GroupPath() {}

    /** @throws ProblemException {@code INVALID_PATH} for what can be no group's name */
    public static String name(String segment) {
        if (segment.length() > MAX_LENGTH || !segment.matches(GroupName.PATTERN)) {
            throw ProblemException.of(
                    ProblemType.INVALID_PATH,
                    "A group name has 1 to 128 characters and no spaces or control characters.");
        }
        return segment;
    }
}
