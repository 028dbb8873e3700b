package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;

/** That the work of a row has failed, and whether something may have been written nevertheless. */
final class RowFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemException problem;
    private final boolean begun;

    RowFailure(ProblemException problem, boolean begun) {
        super(problem);
        this.problem = problem;
        this.begun = begun;
    }

    ProblemException problem() {
        return problem;
    }

    boolean begun() {
        return begun;
    }
}
