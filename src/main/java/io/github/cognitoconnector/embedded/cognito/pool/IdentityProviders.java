package io.github.cognitoconnector.embedded.cognito.pool;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The identity providers of a pool by name. Reading needs no lock; whoever writes holds the pool's. */
public final class IdentityProviders {

    /** The name by which app clients mean the pool's own directory. */
    public static final String OWN = "COGNITO";

    private final NavigableMap<String, IdentityProvider> byName = new ConcurrentSkipListMap<>();

    public Optional<IdentityProvider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<IdentityProvider> withIdentifier(String identifier) {
        return byName.values().stream()
                .filter(provider -> provider.definition().identifiers().contains(identifier))
                .findFirst();
    }

    public void put(IdentityProvider provider) {
        byName.put(provider.name(), provider);
    }

    public void remove(String name) {
        byName.remove(name);
    }

    public int count() {
        return byName.size();
    }

    /** Those behind the name; the empty name is the beginning. */
    public Stream<IdentityProvider> after(String name) {
        return byName.tailMap(name, false).values().stream();
    }
}
