package io.github.cognitoconnector.app;

import io.github.cognitoconnector.database.Changes;
import io.github.cognitoconnector.database.FreshCache;
import io.github.cognitoconnector.database.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The apps as every request asks for them: remembered, and never older than the last change on this replica, nor than
 * {@link Changes#GOOD_FOR} on another one. After a change of any app each app in use is read once more, by index; the set
 * of pools is read as a whole, which takes some milliseconds for ten thousand apps.
 */
@ApplicationScoped
public class AppDirectory {

    private static final int APPS = 10_000;
    private static final int CLIENTS = 10_000;
    private static final int GROUPS = 10_000;
    private static final String ALL = "";

    private final AppService apps;
    private final FreshCache<String, Entry> byId;
    private final FreshCache<AppScope.ClientOf, Boolean> clients;
    private final FreshCache<String, Set<String>> pools;
    private final FreshCache<PoolGroup, List<App>> granting;
    private final FreshCache<String, Boolean> operated;

    AppDirectory(AppService apps, Changes changes) {
        this.apps = apps;
        this.byId = new FreshCache<>(changes, Topic.APP, APPS);
        this.clients = new FreshCache<>(changes, Topic.APP, CLIENTS);
        this.pools = new FreshCache<>(changes, Topic.APP, 1);
        this.operated = new FreshCache<>(changes, Topic.APP, APPS);
        this.granting = new FreshCache<>(changes, Topic.APP, GROUPS);
    }

    /** What is known of an id: an app, or that there is none. */
    public record Entry(@Nullable App app) {

        /** The app, if the scope holds it. */
        public Optional<App> seenBy(AppScope scope) {
            return Optional.ofNullable(app).filter(scope::holds);
        }
    }

    private record PoolGroup(String userPoolId, String group) {}

    /** The app, if the scope holds it; blocks. */
    public Optional<App> find(AppScope scope, String id) {
        return byId.get(id, key -> new Entry(apps.find(key).orElse(null))).seenBy(scope);
    }

    /** What {@link #find} would look at, if that is remembered; asks nobody. */
    public Optional<Entry> peek(String id) {
        return byId.peek(id);
    }

    /** Whether any app of the pool lists the client; blocks. */
    public boolean knows(AppScope.ClientOf client) {
        return clients.get(client, apps::knows);
    }

    /** What {@link #knows} would say, if that is remembered; asks nobody. */
    public Optional<Boolean> peek(AppScope.ClientOf client) {
        return clients.peek(client);
    }

    /** Whether any app uses the pool; blocks. Pools that nobody uses cost no query of their own. */
    public boolean usesPool(String userPoolId) {
        return pools.get(ALL, all -> apps.pools()).contains(userPoolId);
    }

    /** What {@link #usesPool} would say, if that is remembered; asks nobody. */
    public Optional<Boolean> peekPool(String userPoolId) {
        return pools.peek(ALL).map(all -> all.contains(userPoolId));
    }

    /** Whether any app of the pool gives permissions to members of groups; blocks. */
    public boolean hasOperators(String userPoolId) {
        return operated.get(userPoolId, apps::hasOperators);
    }

    /** The apps of the pool that give permissions to the members of the group; blocks. */
    public List<App> granting(String userPoolId, String group) {
        return granting.get(new PoolGroup(userPoolId, group), key -> apps.granting(key.userPoolId, key.group));
    }
}
