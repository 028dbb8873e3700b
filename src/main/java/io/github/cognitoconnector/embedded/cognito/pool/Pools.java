package io.github.cognitoconnector.embedded.cognito.pool;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All user pools and, since client ids are unique among them, all app clients. */
public final class Pools {

    private final NavigableMap<String, UserPool> pools = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, AppClient> clients = new ConcurrentSkipListMap<>();

    private final Staleness staleness;

    public Pools(Staleness staleness) {
        this.staleness = staleness;
    }

    public UserPool add(PoolSettings settings) {
        UserPool pool = new UserPool(settings, staleness);
        pools.put(pool.id(), pool);
        return pool;
    }

    public void add(AppClient client) {
        clients.put(client.id(), client);
    }

    public Optional<UserPool> find(String id) {
        return Optional.ofNullable(pools.get(id));
    }

    /**
     * The pool that {@code UserPoolId} names.
     *
     * @throws Refusal {@code ResourceNotFoundException}
     */
    public UserPool of(Input input) {
        return get(input.text("UserPoolId"));
    }

    public UserPool get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("User pool " + id + " does not exist."));
    }

    public Optional<AppClient> findClient(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    /**
     * The client that {@code ClientId} names.
     *
     * @throws Refusal {@code ResourceNotFoundException}
     */
    public AppClient clientOf(Input input) {
        String id = input.text("ClientId");
        return findClient(id).orElseThrow(() -> noSuchClient(id));
    }

    /** The client that {@code ClientId} names, if it is one of this pool. */
    public AppClient clientOf(UserPool pool, Input input) {
        AppClient client = clientOf(input);
        if (!client.poolId().equals(pool.id())) {
            throw noSuchClient(client.id());
        }
        return client;
    }

    private static Refusal noSuchClient(String id) {
        return Refusal.notFound("User pool client " + id + " does not exist.");
    }

    /** Those behind the id; the empty one is the beginning. */
    Stream<UserPool> after(String id) {
        return pools.tailMap(id, false).values().stream();
    }

    Stream<AppClient> clientsAfter(UserPool pool, String id) {
        return clients.tailMap(id, false).values().stream()
                .filter(client -> client.poolId().equals(pool.id()));
    }
}
