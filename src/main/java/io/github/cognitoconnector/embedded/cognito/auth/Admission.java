package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;

/** What becomes of a user whose password is proven and the user's own. */
final class Admission {

    private final SignedIn signedIn;

    Admission(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** The next question, or the tokens. */
    ObjectNode admit(Attempt attempt, User user) {
        return signedIn.answer(attempt, user);
    }
}
