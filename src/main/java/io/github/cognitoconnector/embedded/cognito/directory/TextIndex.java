package io.github.cognitoconnector.embedded.cognito.directory;

import io.github.cognitoconnector.embedded.cognito.directory.User.Identity;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Users by a value without regard to case, in the order of value and creation; several may share one value. Every step
 * costs a search in a balanced tree, wherever in the order it begins.
 *
 * @param <E> what stands for a user: something that the user has anyway where the value never changes
 */
final class TextIndex<E> {

    private final NavigableSet<E> entries;
    private final Reading<E> reading;

    private TextIndex(Reading<E> reading) {
        this.reading = reading;
        this.entries = new ConcurrentSkipListSet<>(Comparator.comparing(reading.value(), String.CASE_INSENSITIVE_ORDER)
                .thenComparingLong(reading.sequence()));
    }

    /** How to read an entry, how to find that of a user, and how to make one to search with. */
    private record Reading<E>(
            Function<E, String> value,
            ToLongFunction<E> sequence,
            Function<User, Optional<E>> entry,
            BiFunction<String, Long, E> probe) {}

    private record Valued(String value, long sequence) {}

    static TextIndex<?> of(String name) {
        return switch (name) {
            case "username" -> ofIdentity(Identity::username);
            case "sub" -> ofIdentity(Identity::sub);
            default -> ofAttribute(name);
        };
    }

    private static TextIndex<Identity> ofIdentity(Function<Identity, String> value) {
        return new TextIndex<>(new Reading<>(
                value,
                Identity::sequence,
                user -> Optional.of(user.identity()),
                (text, sequence) -> new Identity(sequence, text, text, Instant.EPOCH)));
    }

    private static TextIndex<Valued> ofAttribute(String name) {
        return new TextIndex<>(new Reading<>(
                Valued::value,
                Valued::sequence,
                user -> user.value(name).map(value -> new Valued(value, user.sequence())),
                Valued::new));
    }

    void add(User user) {
        reading.entry().apply(user).ifPresent(entries::add);
    }

    void remove(User user) {
        reading.entry().apply(user).ifPresent(entries::remove);
    }

    /** Puts the user after a change in the place of the same user before; a change of case alone changes no place. */
    void replace(User before, User after) {
        Optional<E> old = reading.entry().apply(before);
        Optional<E> now = reading.entry().apply(after);
        boolean moved = old.isEmpty() || now.isEmpty() || !sameValue(old.get(), now.get());
        if (moved) {
            now.ifPresent(entries::add);
            old.ifPresent(entries::remove);
        }
    }

    private boolean sameValue(E one, E other) {
        return reading.value().apply(one).equalsIgnoreCase(reading.value().apply(other));
    }

    /**
     * Sequences of the users with exactly this value.
     *
     * @param position what {@link #position} gave for the last user already seen, or the empty text
     */
    Stream<Long> exactly(String value, String position) {
        return from(value, position)
                .takeWhile(entry -> reading.value().apply(entry).equalsIgnoreCase(value))
                .map(reading.sequence()::applyAsLong);
    }

    /** Like {@link #exactly} for the users whose value starts so. */
    Stream<Long> startingWith(String prefix, String position) {
        return from(prefix, position)
                .takeWhile(entry -> reading.value().apply(entry).regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(reading.sequence()::applyAsLong);
    }

    private Stream<E> from(String value, String position) {
        E start = position.isEmpty() ? reading.probe().apply(value, Long.MIN_VALUE) : parse(position);
        return entries.tailSet(start, false).stream();
    }

    /** The order in which the users of an attribute's index come. */
    static Comparator<User> order(String attribute) {
        return Comparator.<User, String>comparing(
                        user -> user.value(attribute).orElse(""), String.CASE_INSENSITIVE_ORDER)
                .thenComparingLong(User::sequence);
    }

    static String position(String value, long sequence) {
        return sequence + " " + value;
    }

    private E parse(String position) {
        int blank = position.indexOf(' ');
        return reading.probe().apply(position.substring(blank + 1), Long.parseLong(position.substring(0, blank)));
    }
}
