package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Comparator;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Users by a value without regard to case, in the order of value and creation; several may share one value. */
final class TextIndex {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::value).thenComparingLong(Entry::sequence);

    private final NavigableSet<Entry> entries = new ConcurrentSkipListSet<>(ORDER);

    record Entry(String value, long sequence) {}

    void add(String value, long sequence) {
        entries.add(new Entry(fold(value), sequence));
    }

    void remove(String value, long sequence) {
        entries.remove(new Entry(fold(value), sequence));
    }

    /**
     * Sequences of the users with exactly this value.
     *
     * @param position what {@link #position} gave for the last user already seen, or the empty text
     */
    Stream<Long> exactly(String value, String position) {
        String folded = fold(value);
        return from(folded, position)
                .takeWhile(entry -> entry.value().equals(folded))
                .map(Entry::sequence);
    }

    /** Like {@link #exactly} for the users whose value starts so. */
    Stream<Long> startingWith(String prefix, String position) {
        String folded = fold(prefix);
        return from(folded, position)
                .takeWhile(entry -> entry.value().startsWith(folded))
                .map(Entry::sequence);
    }

    private Stream<Entry> from(String folded, String position) {
        Entry start = position.isEmpty() ? new Entry(folded, Long.MIN_VALUE) : parse(position);
        return entries.tailSet(start, false).stream();
    }

    /** The order in which the users of an attribute's index come. */
    static Comparator<User> order(String attribute) {
        return Comparator.<User, String>comparing(
                        user -> fold(user.value(attribute).orElse("")))
                .thenComparingLong(User::sequence);
    }

    static String position(String value, long sequence) {
        return sequence + " " + fold(value);
    }

    private static Entry parse(String position) {
        int blank = position.indexOf(' ');
        return new Entry(position.substring(blank + 1), Long.parseLong(position.substring(0, blank)));
    }

    private static String fold(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
