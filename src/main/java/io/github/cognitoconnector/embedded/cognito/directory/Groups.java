package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The groups of a pool by name. Reading needs no lock; whoever writes holds the pool's. */
public final class Groups {

    private final NavigableMap<String, Group> byName = new ConcurrentSkipListMap<>();

    public Optional<Group> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public void put(Group group) {
        byName.put(group.name(), group);
    }

    public void remove(String name) {
        byName.remove(name);
    }

    public int count() {
        return byName.size();
    }

    /** Those behind the name; the empty name is the beginning. */
    public Stream<Group> after(String name) {
        return byName.tailMap(name, false).values().stream();
    }
}
