package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.aws.CallOutcome;
import java.io.IOException;

/**
 * Why there is no session, for the log of whoever looks for it. A failed connection keeps its kind and its place but not
 * its message, since HTTP clients quote what they could not understand.
 */
final class RolesAnywhereFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final CallOutcome outcome;

    RolesAnywhereFailure(RolesAnywhereAnswer answer, CallOutcome outcome) {
        super(answer.toString());
        this.outcome = outcome;
    }

    RolesAnywhereFailure(IOException e) {
        super(e.getClass().getName());
        setStackTrace(e.getStackTrace());
        this.outcome = CallOutcome.CONNECTION;
    }

    /** How the call is counted. */
    CallOutcome outcome() {
        return outcome;
    }
}
