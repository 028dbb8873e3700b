package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.Group;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.group.PoolTurns;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users who are there already, against what a request wants them to be. */
@ApplicationScoped
class ExistingUsers {

    /** The most that Cognito lists at a time. */
    private static final int PAGE = 60;

    private final CognitoUsers users;
    private final GroupService groups;
    private final AttributeUpdate attributes;
    private final PoolTurns turns;
    private final UserLocks locks;

    ExistingUsers(
            CognitoUsers users, GroupService groups, AttributeUpdate attributes, PoolTurns turns, UserLocks locks) {
        this.users = users;
        this.groups = groups;
        this.attributes = attributes;
        this.turns = turns;
        this.locks = locks;
    }

    /** Whoever has this username, or signs in by it where that is an address; not whoever has it as an alias. */
    Optional<User> find(App app, String username) {
        return users.find(app, username).filter(user -> isNamed(user, username));
    }

    /** Where users sign in by an address their usernames are made by Cognito, which are their subs. */
    private static boolean isNamed(User user, String username) {
        return user.username().equalsIgnoreCase(username)
                || (user.username().equals(user.sub())
                        && Stream.of("email", "phone_number")
                                .anyMatch(name -> username.equalsIgnoreCase(
                                        user.attributes().get(name))));
    }

    /** Whether nobody has given him groups since. */
    boolean isInNoOtherGroup(App app, User user, NewUser wanted) {
        return locks.isInNoOtherGroup(app, user, wanted);
    }

    /** Whether he has what the request names; a look at his groups if it names any. */
    boolean isAsAsked(App app, User user, CreateUserRequest request, @Nullable Boolean enabled) {
        return (enabled == null || enabled == user.enabled())
                && different(user, request).isEmpty()
                && missing(app, user, request).isEmpty();
    }

    /**
     * Makes him what the request names; false if he is that already.
     *
     * @param again whether it has been begun before: who is to be disabled is then, once more, for his tokens
     * @throws ProblemException as {@link UserUpdateService#update}, and {@code INVALID_GROUP}
     */
    boolean change(App app, User user, CreateUserRequest request, @Nullable Boolean enabled, boolean again) {
        Map<String, String> different = different(user, request);
        Set<String> missing = missing(app, user, request);
        boolean toEnable = Boolean.TRUE.equals(enabled) && !user.enabled();
        boolean toDisable = Boolean.FALSE.equals(enabled) && (user.enabled() || again);
        if (different.isEmpty() && missing.isEmpty() && !toEnable && !toDisable) {
            return false;
        }
        groups.checkMember(app, user.username());
        if (!different.isEmpty()) {
            turns.take(app, "user", String.valueOf(user.sub()), () -> {
                attributes.write(app, attributes.current(app, user), different);
                return true;
            });
        }
        missing.forEach(group -> groups.add(app, user.username(), group));
        if (toEnable || toDisable) {
            locks.set(app, user, toEnable);
        }
        return true;
    }

    void disable(App app, User user) {
        locks.set(app, user, false);
    }

    /** What a lost attempt has perhaps left undone: groups, and the password of this one. */
    void complete(App app, User user, NewUser wanted) {
        Set<String> missing = new TreeSet<>(wanted.groups());
        missing.removeAll(groupsOf(app, user, wanted.groups()));
        missing.forEach(group -> groups.add(app, user.username(), group));
        locks.givePassword(app, user, wanted);
    }

    private static Map<String, String> different(User user, CreateUserRequest request) {
        Map<String, String> different = new TreeMap<>();
        if (request.attributes() != null) {
            request.attributes().forEach((name, value) -> {
                String asked = value.isBlank() ? "" : value;
                if (!asked.equals(user.attributes().getOrDefault(name, ""))) {
                    different.put(name, asked);
                }
            });
        }
        return different;
    }

    private Set<String> missing(App app, User user, CreateUserRequest request) {
        List<String> asked = request.groups() == null ? List.of() : request.groups();
        Set<String> missing = new TreeSet<>(asked);
        missing.removeAll(groupsOf(app, user, asked));
        return missing;
    }

    /** A user can be in 100 groups. */
    private Set<String> groupsOf(App app, User user, List<String> asked) {
        Set<String> names = new TreeSet<>();
        String position = null;
        do {
            if (asked.isEmpty() || names.containsAll(asked)) {
                return names;
            }
            Page<Group> page = groups.listOfUser(app, user.username(), PAGE, position);
            page.items().forEach(group -> names.add(group.name()));
            position = page.nextCursor();
        } while (position != null);
        return names;
    }
}
