package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the user that a path names. */
@ApplicationScoped
public class UserFinder {

    private final CognitoUsers users;
    private final Mutation mutation;
    private final DryRun dryRun;

    UserFinder(CognitoUsers users, Mutation mutation, DryRun dryRun) {
        this.users = users;
        this.mutation = mutation;
        this.dryRun = dryRun;
    }

    /**
     * The user as he is now. One upstream call; two if he has to be searched for.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}
     */
    public User get(App app, UserRef ref) {
        User found = switch (ref) {
            case UserRef.Plain plain -> users.get(app, plain.value());
            case UserRef.Username username -> named(users.get(app, username.value()), username.value());
            case UserRef.Attribute attribute -> search(app, attribute);
        };
        mutation.user(found.sub());
        return found;
    }

    /**
     * What Cognito's own requests take for the user; no upstream call for a plain reference, one for any other. In a dry
     * run there is always one, since nothing that follows would find out whether he exists.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}
     */
    public String username(App app, UserRef ref) {
        return ref instanceof UserRef.Plain plain && !dryRun.isOn()
                ? plain.value()
                : get(app, ref).username();
    }

    /** Cognito finds by alias and sub as well; only the username will do here, in the pool's own folding of case. */
    private static User named(User found, String username) {
        if (!found.username().equalsIgnoreCase(username)) {
            throw notFound();
        }
        return found;
    }

    private User search(App app, UserRef.Attribute attribute) {
        UserFilter filter = UserFilter.equalTo(attribute.name(), attribute.value());
        List<User> found = Pages.fill(2, null, (limit, token) -> users.list(app, filter, limit, token))
                .items();
        if (found.size() > 1) {
            throw ProblemException.of(
                    ProblemType.AMBIGUOUS_USER, "Several users have this value. Name the user by username or sub.");
        }
        String username =
                found.stream().findFirst().orElseThrow(UserFinder::notFound).username();
        return users.get(app, username); // lists tell of what was
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemType.USER_NOT_FOUND, "There is no such user in the user pool.");
    }
}
