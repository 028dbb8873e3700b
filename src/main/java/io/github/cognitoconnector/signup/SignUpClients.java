package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.SignUpAppClients;
import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the app client through which somebody signs up. */
@ApplicationScoped
class SignUpClients {

    private final SignUpAppClients pools;

    SignUpClients(SignUpAppClients pools) {
        this.pools = pools;
    }

    /**
     * The one that is asked for; if none is, the app's first client without a secret, or else its first one. What the app
     * lists and the pool does not know is passed over. No upstream call while the clients are remembered, else one for each
     * that is looked at.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} for a client that is not the app's, {@code UNSUPPORTED_STATE} if
     *     there is none
     */
    SignUpClient choose(App app, @Nullable String asked) {
        if (asked == null) {
            return any(app);
        }
        if (!app.clientIds().contains(asked)) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED, "/clientId", "The client is none of the app's clientIds.");
        }
        return pools.client(app, asked).orElseThrow(SignUpClients::none);
    }

    private SignUpClient any(App app) {
        SignUpClient first = null;
        for (String id : app.clientIds()) {
            Optional<SignUpClient> client = pools.client(app, id);
            if (client.isPresent() && !client.get().hasSecret()) {
                return client.get();
            }
            first = first == null ? client.orElse(null) : first;
        }
        if (first == null) {
            throw none();
        }
        return first;
    }

    private static ProblemException none() {
        return ProblemException.of(
                ProblemType.UNSUPPORTED_STATE,
                "The user pool has no such app client. List one in the app's clientIds through which people sign up.");
    }
}
