package io.github.cognitoconnector.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read from the database, believed for as long as nothing of its topic has changed on any replica.
 *
 * @param <K> what is asked for
 * @param <V> what the database said
 */
public final class FreshCache<K, V> {

    private final Changes changes;
    private final Topic topic;
    private final Cache<K, Remembered<V>> remembered;

    private record Remembered<V>(long epoch, V value) {}

    /** @param size entries kept at most */
    public FreshCache(Changes changes, Topic topic, int size) {
        this.changes = changes;
        this.topic = topic;
        this.remembered = Caffeine.newBuilder().maximumSize(size).build();
    }

    /** What is remembered and may be believed; asks nobody and blocks nobody. */
    public Optional<V> peek(K key) {
        Remembered<V> found = remembered.getIfPresent(key);
        return found != null && found.epoch == changes.epoch(topic) && changes.fresh()
                ? Optional.of(found.value)
                : Optional.empty();
    }

    /**
     * What is remembered, or what the database says now; blocks. Fails as {@link Changes#refresh} or the loader does, and
     * then remembers nothing.
     *
     * @param load reads from the database
     */
    public V get(K key, Function<K, V> load) {
        changes.refresh();
        Optional<V> known = peek(key);
        if (known.isPresent()) {
            return known.get();
        }
        long epoch = changes.epoch(topic);
        V value = load.apply(key);
        remembered.put(key, new Remembered<>(epoch, value));
        return value;
    }
}
