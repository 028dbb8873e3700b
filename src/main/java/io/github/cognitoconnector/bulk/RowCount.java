package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** The rows of one upload so far. */
final class RowCount {

    private final int max;
    private int rows;

    RowCount(int max) {
        this.max = max;
    }

    /**
     * The number of the next row.
     *
     * @throws ProblemException {@code CONTENT_TOO_LARGE}
     */
    int next() {
        if (rows == max) {
            throw ProblemException.of(
                    ProblemType.CONTENT_TOO_LARGE, "An upload has at most " + max + " rows. Split it.");
        }
        return ++rows;
    }
}
