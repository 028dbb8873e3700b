package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.ListedUsers;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.Users;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a filter over an index where there is one, else over all users in the order of creation. */
final class UserSearch {

    private final ListedUsers users;
    private final @Nullable Filter filter;

    UserSearch(ListedUsers users, Optional<Filter> filter) {
        this.users = users;
        this.filter = filter.orElse(null);
    }

    /** The users to look at. */
    Stream<User> from(String position) {
        if (filter == null) {
            return users.from(position);
        }
        return Users.isIndexed(filter.attribute())
                ? users.matching(filter.attribute(), filter.value(), filter.prefix(), position)
                : users.from(position);
    }

    /** Whether a user {@link #from} a position is one that is searched for. */
    boolean finds(User user) {
        return filter == null || filter.matches(user);
    }

    String position(User user) {
        return filter != null && Users.isIndexed(filter.attribute())
                ? Users.position(filter.attribute(), user)
                : Users.position(user);
    }
}
