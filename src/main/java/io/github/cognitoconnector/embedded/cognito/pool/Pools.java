package io.github.cognitoconnector.embedded.cognito.pool;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** All user pools and, since client ids are unique among them, all app clients. */
public final class Pools {

    static final int MAX_POOLS = 1_000;
    static final int MAX_CLIENTS = 1_000;
    /** Whoever signs a request names its region, of which there are a few dozen. */
    private static final int MAX_POOLS_OF_ALL_REGIONS = 10_000;

    private final NavigableMap<String, UserPool> pools = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, AppClient> clients = new ConcurrentSkipListMap<>();
    private final Domains domains = new Domains();
    private final Lock creation = new ReentrantLock();
    private final Staleness staleness;

    public Pools(Staleness staleness) {
        this.staleness = staleness;
    }

    public UserPool add(PoolSettings settings) {
        UserPool pool = new UserPool(settings, staleness);
        pools.put(pool.id(), pool);
        return pool;
    }

    /**
     * Adds a pool unless its region is full.
     *
     * @throws Refusal {@code LimitExceededException}
     */
    UserPool create(PoolSettings settings) {
        String prefix = settings.identity().region() + "_";
        creation.lock();
        try {
            if (pools.tailMap(prefix, true).keySet().stream()
                                    .takeWhile(id -> id.startsWith(prefix))
                                    .count()
                            >= MAX_POOLS
                    || pools.size() >= MAX_POOLS_OF_ALL_REGIONS) {
                throw Refusal.limitExceeded(
                        "The maximum number of user pools in a region, " + MAX_POOLS + ", has been reached.");
            }
            return add(settings);
        } finally {
            creation.unlock();
        }
    }

    /**
     * Deletes the pool with its clients; from then on nobody finds it.
     *
     * @throws Refusal {@code InvalidParameterException} for a pool that is protected (contract row 29) or has a domain,
     *     {@code UserImportInProgressException} while users are imported (contract row 26)
     */
    void delete(UserPool pool) {
        pool.change(() -> {
            pool.refuseWhileImporting();
            if (pool.settings().isProtected()) {
                throw Refusal.invalidParameter("The user pool cannot be deleted because deletion protection is"
                        + " activated. Deletion protection must be inactivated first.");
            }
            if (domains.ofPool(pool.id()).findAny().isPresent()) {
                throw Refusal.invalidParameter(
                        "User pool cannot be deleted. It has a domain configured that should be deleted first.");
            }
            pool.markDeleted();
            pools.remove(pool.id());
            clients.values().removeIf(client -> client.poolId().equals(pool.id()));
            return pool;
        });
    }

    public void add(AppClient client) {
        clients.put(client.id(), client);
    }

    /**
     * Adds a client unless its pool is full; the caller changes the pool.
     *
     * @throws Refusal {@code LimitExceededException}
     */
    void create(UserPool pool, AppClient client) {
        if (clientsAfter(pool, "").count() >= MAX_CLIENTS) {
            throw Refusal.limitExceeded(
                    "The maximum number of app clients in a user pool, " + MAX_CLIENTS + ", has been reached.");
        }
        add(client);
    }

    void remove(AppClient client) {
        clients.remove(client.id());
    }

    Domains domains() {
        return domains;
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
        return find(id).orElseThrow(() -> noSuchPool(id));
    }

    static Refusal noSuchPool(String id) {
        return Refusal.notFound("User pool " + id + " does not exist.");
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
