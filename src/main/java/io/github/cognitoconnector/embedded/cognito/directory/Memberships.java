package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Who is in which group, from both sides. Reading needs no lock; whoever writes holds the pool's. */
public final class Memberships {

    private final Map<String, NavigableSet<Long>> members = new ConcurrentHashMap<>();
    private final Map<Long, NavigableSet<String>> groups = new ConcurrentHashMap<>();

    /** Joining twice is joining once. */
    public void join(User user, String group) {
        members.computeIfAbsent(group, name -> new ConcurrentSkipListSet<>()).add(user.sequence());
        groups.computeIfAbsent(user.sequence(), sequence -> new ConcurrentSkipListSet<>())
                .add(group);
    }

    public void leave(User user, String group) {
        leave(user.sequence(), group);
    }

    private void leave(long user, String group) {
        members.computeIfPresent(group, (name, all) -> all.remove(user) && all.isEmpty() ? null : all);
        groups.computeIfPresent(user, (sequence, all) -> all.remove(group) && all.isEmpty() ? null : all);
    }

    public void removeUser(User user) {
        groupsOf(user).forEach(group -> leave(user, group));
    }

    public void removeGroup(String group) {
        NavigableSet<Long> all = members.get(group);
        if (all != null) {
            all.forEach(user -> leave(user, group));
        }
    }

    /** Sorted by name. */
    public SortedSet<String> groupsOf(User user) {
        NavigableSet<String> all = groups.get(user.sequence());
        return all == null ? new TreeSet<>() : new TreeSet<>(all);
    }

    /** Sequences of the members in the order of their creation, behind the position; the empty one is the beginning. */
    public Stream<Long> membersOf(String group, String position) {
        NavigableSet<Long> all = members.get(group);
        if (all == null) {
            return Stream.empty();
        }
        return position.isEmpty() ? all.stream() : all.tailSet(Long.valueOf(position), false).stream();
    }
}
