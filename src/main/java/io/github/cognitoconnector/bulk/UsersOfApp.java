package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.user.GroupMemberService;
import io.github.cognitoconnector.user.User;
import io.github.cognitoconnector.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose users the users of a pool are: an app that says which groups may enter it has those who are in one of them, any other
 * has all of its pool.
 */
@ApplicationScoped
class UsersOfApp {

    /** The most that Cognito lists at a time. */
    private static final int PAGE = 60;

    private final UserService users;
    private final GroupMemberService members;

    UsersOfApp(UserService users, GroupMemberService members) {
        this.users = users;
        this.members = members;
    }

    /** Lists from a position, null for the start. */
    @FunctionalInterface
    private interface Source {
        Page<User> from(@Nullable String position);
    }

    /** Each page; somebody who is in two of the groups is on two. */
    void each(App app, Consumer<List<User>> page) {
        if (app.allowedGroups().isEmpty()) {
            each(position -> users.list(app, null, PAGE, position), page);
        }
        for (String group : app.allowedGroups()) {
            each(position -> members.list(app, group, PAGE, position), page);
        }
    }

    private static void each(Source source, Consumer<List<User>> consumer) {
        String position = null;
        do {
            Page<User> page = source.from(position);
            consumer.accept(page.items());
            position = page.nextCursor();
        } while (position != null);
    }
}
