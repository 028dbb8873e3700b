package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts a new user into his groups, all of them, or removes him again. */
@ApplicationScoped
class Placement {

    private static final Logger LOG = Logger.getLogger(Placement.class);

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
     *     {@code PARTIAL_WRITE} if the user could not be removed
     */
    void place(App app, User user, List<String> names) {
        List<String> done = new ArrayList<>();
        for (String name : names) {
            try {
                groups.add(app, user.username(), name);
                done.add(name);
            } catch (ProblemException e) {
                remove(app, user, done, e);
                throw e.type() == ProblemType.GROUP_NOT_FOUND
                        ? e.at(ProblemType.INVALID_GROUP, "/groups", "A group was deleted meanwhile.")
                        : e;
            }
        }
    }

    private void remove(App app, User user, List<String> done, ProblemException cause) {
        try {
            users.delete(app, user.username());
        } catch (ProblemException e) {
            if (isGone(app, user, e)) {
                return;
            }
            LOG.errorf(
                    "User %s of app %s was created without all of its groups and could not be removed: %s",
                    user.sub(), app.id(), e.type().code());
            throw cause.as(
                    ProblemType.PARTIAL_WRITE,
                    "User \"" + user.username() + "\" exists and is in the groups " + done
                            + ", but not in the others, and could not be removed again. Nobody knows his password.");
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
