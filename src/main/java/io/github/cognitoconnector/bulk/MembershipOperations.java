package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.group.GroupPath;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.job.RowOutcome;
import io.github.cognitoconnector.job.RowResult;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.security.Caller;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is in which group, and whether it was so already. Each is a look at the user's groups and one upstream call. */
@ApplicationScoped
class MembershipOperations {

    private final GroupService groups;
    private final UserFinder finder;
    private final SecurityIdentity identity;
    private final Attempt attempt;

    MembershipOperations(GroupService groups, UserFinder finder, SecurityIdentity identity, Attempt attempt) {
        this.groups = groups;
        this.finder = finder;
        this.identity = identity;
        this.attempt = attempt;
    }

    /**
     * Has to be asked before a job with memberships is taken in; and again for each, since permissions are taken away.
     *
     * @throws ProblemException {@code FORBIDDEN}
     */
    void checkPermission(App app) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (!caller.permissions(app).contains(Permission.GROUPS_WRITE)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "The permission " + Permission.GROUPS_WRITE + " is required for memberships.");
        }
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}, {@code FORBIDDEN} */
    RowResult add(App app, UserRef user, String group) {
        return change(app, user, group, true);
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}, {@code FORBIDDEN} */
    RowResult remove(App app, UserRef user, String group) {
        return change(app, user, group, false);
    }

    private RowResult change(App app, UserRef user, String group, boolean in) {
        checkPermission(app);
        String name = GroupPath.name(group);
        groups.checkGrant(app, name);
        String username = finder.username(app, user);
        if (groups.isMember(app, username, name) == in) {
            return RowResult.of(attempt.isRepeat() ? RowOutcome.UPDATED : RowOutcome.UNCHANGED);
        }
        if (in) {
            groups.add(app, username, name);
        } else {
            groups.remove(app, username, name);
        }
        return RowResult.of(RowOutcome.UPDATED);
    }
}
