package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.UserCreation.Made;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts a new user into his groups, all of them, or removes him again. */
@ApplicationScoped
class Placement {

    private static final Logger LOG = Logger.getLogger(Placement.class);
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final CognitoUsers users;
    private final GroupService groups;

    Placement(CognitoUsers users, GroupService groups) {
        this.users = users;
        this.groups = groups;
    }

    /**
     * One upstream call for each group.
     *
     * @throws ProblemException {@code INVALID_GROUP} if a group was deleted meanwhile, whatever else failed, and
     *     {@code PARTIAL_WRITE} if the user exists without all of his groups
     */
    void place(App app, Made made) {
        List<String> done = new ArrayList<>();
        for (String name : made.as().groups()) {
            try {
                add(app, made.user(), name);
                done.add(name);
            } catch (ProblemException e) {
                undo(app, made, done, e);
                throw explained(e);
            }
        }
    }

    private static ProblemException explained(ProblemException e) {
        return switch (e.type()) {
            case GROUP_NOT_FOUND -> e.at(ProblemType.INVALID_GROUP, "/groups", "A group was deleted meanwhile.");
            case USER_NOT_FOUND ->
                e.as(
                        ProblemType.UPSTREAM_FAILED,
                        "Cognito did not find the user whom it had just made. He was removed again.");
            default -> e;
        };
    }

    /** Cognito has been seen not to find a user whom it has just made. */
    private void add(App app, User user, String group) {
        for (int again = 1; ; again++) {
            try {
                groups.add(app, user.username(), group);
                return;
            } catch (ProblemException e) {
                if (e.type() != ProblemType.USER_NOT_FOUND || again == TRIES || !pause(again)) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause(int again) {
        try {
            Thread.sleep(PAUSE.multipliedBy(again));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Who was there before is perhaps somebody else's, and is left. */
    private void undo(App app, Made made, List<String> done, ProblemException cause) {
        User user = made.user();
        if (!made.found() && isRemoved(app, user, cause)) {
            return;
        }
        LOG.errorf(
                "User %s of app %s was created without all of its groups and is still there: %s",
                user.sub(), app.id(), cause.type().code());
        throw cause.as(
                ProblemType.PARTIAL_WRITE,
                "User \"" + user.username() + "\" exists and is in the groups " + done
                        + ", but not in the others, and was not removed again. Nobody knows his password.");
    }

    /** Where Cognito does not find him at all it is not known whether he is gone or not yet there. */
    private boolean isRemoved(App app, User user, ProblemException cause) {
        try {
            users.delete(app, user.username());
            return true;
        } catch (ProblemException e) {
            return cause.type() != ProblemType.USER_NOT_FOUND && isGone(app, user, e);
        }
    }

    /** The answer to the removal may have been lost. Who cannot be looked for is reported. */
    private boolean isGone(App app, User user, ProblemException e) {
        try {
            return e.type() == ProblemType.USER_NOT_FOUND
                    || users.find(app, user.username()).isEmpty();
        } catch (ProblemException look) {
            e.addSuppressed(look);
            return false;
        }
    }
}
