package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Users as lists see them: as they were before the writes that are younger than the {@link Staleness}. */
public final class ListedUsers {

    private final Users users;
    private final Map<Long, Optional<User>> past;

    ListedUsers(Users users, Map<Long, Optional<User>> past) {
        this.users = users;
        this.past = past;
    }

    /** See {@link Users#from}. */
    public Stream<User> from(String position) {
        return merged(Comparator.comparingLong(User::sequence), all -> all.from(position));
    }

    /** See {@link Users#matching}. */
    public Stream<User> matching(String attribute, String value, boolean prefix, String position) {
        return merged(TextIndex.order(attribute), all -> all.matching(attribute, value, prefix, position));
    }

    private Stream<User> merged(Comparator<User> order, Function<Users, Stream<User>> query) {
        if (past.isEmpty()) {
            return query.apply(users);
        }
        Users old = users.likewise();
        past.values().forEach(user -> user.ifPresent(old::add));
        Stream<User> settled = query.apply(users).filter(user -> !past.containsKey(user.sequence()));
        return new Merge<>(settled.iterator(), query.apply(old).iterator(), order).stream();
    }
}
