package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A user's attributes without {@code sub}: immutable, sorted by name, and small, since there may be a million of them. */
public final class Attributes {

    public static final Attributes NONE = new Attributes(new String[0]);

    /** Values that a million users would otherwise hold a million times. */
    private static final Set<String> COMMON = Set.of("true", "false");

    /** Name, value, name, value and so on. */
    private final String[] pairs;

    private Attributes(String[] pairs) {
        this.pairs = pairs;
    }

    public static Attributes of(Map<String, String> values) {
        List<String> pairs = new ArrayList<>(2 * values.size());
        new TreeMap<>(values).forEach((name, value) -> {
            pairs.add(name.intern());
            pairs.add(COMMON.contains(value) ? value.intern() : value);
        });
        return new Attributes(pairs.toArray(String[]::new));
    }

    public Optional<String> get(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return Optional.of(pairs[i + 1]);
            }
        }
        return Optional.empty();
    }

    public boolean isTrue(String name) {
        return get(name).filter("true"::equals).isPresent();
    }

    public Attributes with(Map<String, String> changes) {
        Map<String, String> all = toMap();
        all.putAll(changes);
        return of(all);
    }

    public Attributes without(Collection<String> names) {
        Map<String, String> rest = toMap();
        rest.keySet().removeAll(names);
        return of(rest);
    }

    public void forEach(BiConsumer<String, String> visitor) {
        for (int i = 0; i < pairs.length; i += 2) {
            visitor.accept(pairs[i], pairs[i + 1]);
        }
    }

    public Map<String, String> toMap() {
        Map<String, String> values = new TreeMap<>();
        forEach(values::put);
        return values;
    }

    /** The values are personal data. */
    @Override
    public String toString() {
        return "Attributes[" + pairs.length / 2 + "]";
    }
}
