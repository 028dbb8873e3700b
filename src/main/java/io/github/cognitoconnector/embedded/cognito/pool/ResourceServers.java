package io.github.cognitoconnector.embedded.cognito.pool;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The resource servers of a pool by identifier. */
public final class ResourceServers {

    private static final Set<String> SYSTEM_SCOPES =
            Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

    private final NavigableMap<String, ResourceServer> byIdentifier = new ConcurrentSkipListMap<>();

    public void put(ResourceServer server) {
        byIdentifier.put(server.identifier(), server);
    }

    void remove(String identifier) {
        byIdentifier.remove(identifier);
    }

    int count() {
        return byIdentifier.size();
    }

    Optional<ResourceServer> find(String identifier) {
        return Optional.ofNullable(byIdentifier.get(identifier));
    }

    /** Those behind the identifier; the empty one is the beginning. */
    Stream<ResourceServer> after(String identifier) {
        return byIdentifier.tailMap(identifier, false).values().stream();
    }

    boolean knowScope(String scope) {
        return SYSTEM_SCOPES.contains(scope) || haveScope(scope);
    }

    /** Whether one of the servers has this scope, written {@code identifier/name}. */
    public boolean haveScope(String scope) {
        return byIdentifier.values().stream()
                .anyMatch(server -> server.fullScopes().contains(scope));
    }
}
