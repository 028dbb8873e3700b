package io.github.cognitoconnector.credentials;

import java.io.IOException;

/**
 * Why there is no session, for the log of whoever looks for it. A failed connection keeps its kind and its place but not
 * its message, since HTTP clients quote what they could not understand.
 */
final class RolesAnywhereFailure extends Exception {

    private static final long serialVersionUID = 1L;

    RolesAnywhereFailure(RolesAnywhereAnswer answer) {
        super(answer.toString());
    }

    RolesAnywhereFailure(IOException e) {
        super(e.getClass().getName());
        setStackTrace(e.getStackTrace());
    }
}
