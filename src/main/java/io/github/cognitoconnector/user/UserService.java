package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What operators do to users. Reads and simple writes cost one upstream call when the user is named plainly. */
@ApplicationScoped
public class UserService {

    private static final Logger LOG = Logger.getLogger(UserService.class);

    /** Between this service and Cognito. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final CognitoUsers users;
    private final UserFinder finder;
    private final UserCreation creation;
    private final GroupService groups;
    private final Clock clock;

    UserService(CognitoUsers users, UserFinder finder, UserCreation creation, GroupService groups, Clock clock) {
        this.users = users;
        this.finder = finder;
        this.creation = creation;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Creates the user with his groups, or not at all: if a group fails, the user is removed again. One upstream call
     * and one for each group.
     *
     * @throws ProblemException {@code USER_EXISTS}, {@code INVALID_PASSWORD}, what {@link UserCreation} refuses, and
     *     {@code PARTIAL_WRITE} if the user exists but is not as asked for
     */
    CreatedUser create(App app, CreateUserRequest request) {
        NewUser decided = creation.decide(app, request);
        NewUser made = decided;
        User user;
        Instant start = clock.instant();
        try {
            user = users.create(app, decided);
        } catch (ProblemException e) {
            if (e.type() == ProblemType.USER_EXISTS && CognitoCalls.followsARepeat(e)) {
                throw perhapsMade(app, decided, start, e);
            }
            if (e.type() != ProblemType.INVALID_PASSWORD || !decided.generated()) {
                throw explained(e);
            }
            made = creation.regenerate(app, decided);
            user = users.create(app, made);
        }
        addToGroups(app, user, made.groups());
        return CreatedUser.of(user, made.groups(), made.generated() ? made.temporaryPassword() : null);
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    public User get(App app, UserRef user) {
        return finder.get(app, user);
    }

    Page<User> list(App app, @Nullable UserFilter filter, int limit, @Nullable String position) {
        return Pages.fill(limit, position, (size, token) -> users.list(app, filter, size, token));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, and {@code FORBIDDEN} for somebody whose permissions
     *     go beyond the caller's
     */
    void enable(App app, UserRef user) {
        String username = finder.username(app, user);
        groups.checkMember(app, username);
        users.enable(app, username);
    }

    /**
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code INVALID_PASSWORD}, and {@code FORBIDDEN} for somebody whose
     *     permissions go beyond the caller's
     */
    void setPassword(App app, UserRef user, SetPasswordRequest request) {
        String username = finder.username(app, user);
        groups.checkMember(app, username);
        try {
            users.setPassword(app, username, request.password(), Boolean.TRUE.equals(request.permanent()));
        } catch (ProblemException e) {
            throw e.type() == ProblemType.INVALID_PASSWORD
                    ? e.at(ProblemType.INVALID_PASSWORD, "/password", e.detail())
                    : e;
        }
    }

    private void addToGroups(App app, User user, List<String> names) {
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

    /** @throws ProblemException {@code PARTIAL_WRITE} if the user could not be removed */
    private void remove(App app, User user, List<String> done, ProblemException cause) {
        try {
            users.delete(app, user.username());
        } catch (ProblemException e) {
            if (e.type() == ProblemType.USER_NOT_FOUND) {
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

    /**
     * Of a user who exists after a repeat it is not known who made him, unless he is older than the request. He is left as
     * he is, since he may be somebody else's.
     */
    private ProblemException perhapsMade(App app, NewUser user, Instant start, ProblemException cause) {
        Instant made = users.get(app, user.username()).createdAt();
        return made.isBefore(start.minus(CLOCK_SKEW))
                ? explained(cause)
                : cause.as(
                        ProblemType.PARTIAL_WRITE,
                        "User \"" + user.username()
                                + "\" exists, perhaps by this request, whose first answer from Cognito was"
                                + " lost. If so, he is in no group and nobody knows his password.");
    }

    private static ProblemException explained(ProblemException e) {
        return switch (e.type()) {
            case INVALID_PASSWORD -> e.at(ProblemType.INVALID_PASSWORD, "/temporaryPassword", e.detail());
            case USER_EXISTS -> e.at(ProblemType.USER_EXISTS, "/username", e.detail());
            case PARTIAL_WRITE ->
                e.as(ProblemType.PARTIAL_WRITE, "The user exists, in no group, but the invitation could not be sent.");
            default -> e;
        };
    }
}
