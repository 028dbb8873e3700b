package io.github.cognitoconnector.embedded.cognito.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The newest events of a pool by user; those of the users silent for longest are forgotten first. */
final class PoolEvents {

    private static final int MAX_OF_USER = 200;
    private static final int MAX_USERS = 10_000;
    private static final int MAX_EVENTS = 50_000;

    private final Map<String, Deque<AuthEvent>> bySub = new LinkedHashMap<>(16, 0.75f, true);
    private long lastSequence;
    private int kept;

    synchronized long nextSequence() {
        return ++lastSequence;
    }

    synchronized void add(String sub, AuthEvent event) {
        Deque<AuthEvent> own = bySub.computeIfAbsent(sub, newcomer -> new ArrayDeque<>(2));
        own.addFirst(event);
        kept++;
        if (own.size() > MAX_OF_USER) {
            own.removeLast();
            kept--;
        }
        if (bySub.size() > MAX_USERS || kept > MAX_EVENTS) {
            Iterator<Deque<AuthEvent>> silent = bySub.values().iterator();
            kept -= silent.next().size();
            silent.remove();
        }
    }

    synchronized List<AuthEvent> newestFirst(String sub) {
        return List.copyOf(bySub.getOrDefault(sub, new ArrayDeque<>()));
    }

    /** Empty if the user has no such event. */
    synchronized Optional<AuthEvent> change(String sub, String id, UnaryOperator<AuthEvent> change) {
        List<AuthEvent> own = new ArrayList<>(newestFirst(sub));
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).id().equals(id)) {
                own.set(i, change.apply(own.get(i)));
                bySub.put(sub, new ArrayDeque<>(own));
                return Optional.of(own.get(i));
            }
        }
        return Optional.empty();
    }
}
