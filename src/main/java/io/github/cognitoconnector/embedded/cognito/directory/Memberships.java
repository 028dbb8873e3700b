package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who is in which group, from both sides. Reading needs no lock; whoever writes holds the pool's. A member costs a place
 * in the group and one in the map of users; users in the same groups share the list of them.
 */
public final class Memberships {

    private static final int MAX_SHARED = 10_000;

    private final Map<String, NavigableSet<Long>> members = new ConcurrentHashMap<>();
    private final Map<Long, List<String>> groups = new ConcurrentHashMap<>();
    private final Map<List<String>, List<String>> shared = new ConcurrentHashMap<>();

    /** Joining twice is joining once. */
    public void join(User user, String group) {
        Long sequence = user.sequence();
        members.computeIfAbsent(group, name -> new ConcurrentSkipListSet<>()).add(sequence);
        change(sequence, names -> names.add(group));
    }

    public void leave(User user, String group) {
        leave(Long.valueOf(user.sequence()), group);
    }

    private void leave(Long sequence, String group) {
        members.computeIfPresent(group, (name, all) -> all.remove(sequence) && all.isEmpty() ? null : all);
        change(sequence, names -> names.remove(group));
    }

    private void change(Long sequence, Consumer<SortedSet<String>> change) {
        SortedSet<String> names = new TreeSet<>(groups.getOrDefault(sequence, List.of()));
        change.accept(names);
        if (names.isEmpty()) {
            groups.remove(sequence);
        } else {
            List<String> list = List.copyOf(names);
            groups.put(sequence, share(list));
        }
    }

    private List<String> share(List<String> names) {
        return shared.size() < MAX_SHARED
                ? shared.computeIfAbsent(names, same -> same)
                : shared.getOrDefault(names, names);
    }

    public void removeUser(User user) {
        groupsOf(user).forEach(group -> leave(user, group));
    }

    public void removeGroup(String group) {
        NavigableSet<Long> all = members.get(group);
        if (all != null) {
            all.forEach(sequence -> leave(sequence, group));
        }
        shared.keySet().removeIf(names -> names.contains(group));
    }

    /** Sorted by name. */
    public SortedSet<String> groupsOf(User user) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(groups.getOrDefault(user.sequence(), List.of())));
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
