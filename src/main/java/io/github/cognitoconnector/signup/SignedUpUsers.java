package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.user.User;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Who waits to be confirmed. Names that nobody has cost what others cost. */
@ApplicationScoped
class SignedUpUsers {

    private static final String UNCONFIRMED = "UNCONFIRMED";
    private static final String CONFIRMED = "CONFIRMED";

    private final UserFinder users;
    private final SignUpConfirmationRepository confirmations;
    private final Mutation mutation;
    private final DryRun dryRun;

    SignedUpUsers(UserFinder users, SignUpConfirmationRepository confirmations, Mutation mutation, DryRun dryRun) {
        this.dryRun = dryRun;
        this.users = users;
        this.confirmations = confirmations;
        this.mutation = mutation;
    }

    /**
     * Somebody who may be waiting.
     *
     * @param username Cognito's, or what was asked for where there is nobody
     * @param sub made up where there is nobody
     */
    record Waiting(String username, String sub) {}

    /** Writes down that he is about to be confirmed, unless he cannot be. */
    Waiting begin(App app, String name) {
        if (dryRun.isOn()) {
            return new Waiting(name, UUID.randomUUID().toString()); // a plan tells nothing of who is there
        }
        Optional<User> found = find(app, name);
        Waiting waiting = found.map(SignedUpUsers::of)
                .orElseGet(() -> new Waiting(name, UUID.randomUUID().toString()));
        found.ifPresent(user -> mutation.user(user.sub()));
        if (found.isEmpty() || (found.get().enabled() && found.get().status().equals(UNCONFIRMED))) {
            confirmations.begin(app, waiting.sub());
        }
        return waiting;
    }

    private static Waiting of(User user) {
        String sub = user.sub();
        return new Waiting(user.username(), sub == null ? user.username() : sub);
    }

    /** Whether he is confirmed by a confirmation that did not come to its end. */
    boolean wasBrokenOff(App app, Waiting waiting) {
        return confirmations.hasBegun(app, waiting.sub())
                && find(app, waiting.username())
                        .filter(user -> user.enabled() && user.status().equals(CONFIRMED))
                        .isPresent();
    }

    void end(App app, Waiting waiting) {
        confirmations.end(app, waiting.sub());
    }

    private Optional<User> find(App app, String username) {
        try {
            return Optional.of(users.get(app, new UserRef.Plain(username)));
        } catch (ProblemException e) {
            if (e.type() == ProblemType.USER_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
