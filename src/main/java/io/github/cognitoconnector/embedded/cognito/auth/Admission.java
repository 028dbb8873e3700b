package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;

/** What becomes of a user whose password is proven and the user's own. */
final class Admission {

    private final DeviceDemand devices;
    private final SecondFactorDemand factors;
    private final SignedIn signedIn;

    Admission(DeviceDemand devices, SecondFactorDemand factors, SignedIn signedIn) {
        this.devices = devices;
        this.factors = factors;
        this.signedIn = signedIn;
    }

    /**
     * The next question, or the tokens: a remembered device proves itself, and so stands for a second factor; everyone
     * else shows the second factor that user and pool want.
     */
    ObjectNode admit(Attempt attempt, User user) {
        return devices.demand(attempt, user)
                .or(() -> factors.demand(attempt, user))
                .orElseGet(() -> signedIn.answer(attempt, user));
    }
}
