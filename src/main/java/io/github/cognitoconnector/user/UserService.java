package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Looks at users, and lets them in again. Costs one upstream call when the user is named plainly. */
@ApplicationScoped
public class UserService {

    private final CognitoUsers users;
    private final UserFinder finder;
    private final GroupService groups;
    private final Invitations invitations;

    UserService(CognitoUsers users, UserFinder finder, GroupService groups, Invitations invitations) {
        this.users = users;
        this.finder = finder;
        this.groups = groups;
        this.invitations = invitations;
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    User get(App app, UserRef user) {
        return invitations.on(app, finder.get(app, user));
    }

    /** Eventually consistent; one upstream call for each upstream page. */
    public Page<User> list(App app, @Nullable UserFilter filter, int limit, @Nullable String position) {
        return invitations.on(app, Pages.fill(limit, position, (size, token) -> users.list(app, filter, size, token)));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, and {@code FORBIDDEN} for somebody whose permissions
     *     go beyond the caller's
     */
    void enable(App app, UserRef user) {
        enable(app, finder.username(app, user));
    }

    /** As {@link #enable(App, UserRef)}, of one who was looked at. */
    public void enable(App app, User user) {
        enable(app, user.username());
    }

    private void enable(App app, String username) {
        groups.checkMember(app, username);
        users.enable(app, username);
    }
}
