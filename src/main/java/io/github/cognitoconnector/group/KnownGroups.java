package io.github.cognitoconnector.group;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.quota.Background;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Which groups exist: that one does is remembered for a short while; that it does not, for jobs alone, since rows that name
 * a group that is not there would use up the scarcest quota, and for a moment.
 */
@ApplicationScoped
class KnownGroups {

    private static final Duration MISSING = Duration.ofSeconds(10);
    private static final int MOST_MISSING = 10_000;

    private final CognitoGroups groups;
    private final Cache known;
    private final com.github.benmanes.caffeine.cache.Cache<Key, Boolean> missing;

    KnownGroups(CognitoGroups groups, @CacheName("known-groups") Cache known) {
        this.groups = groups;
        this.known = known;
        this.missing = Caffeine.newBuilder()
                .expireAfterWrite(MISSING)
                .maximumSize(MOST_MISSING)
                .build();
    }

    /** As one app's credentials see it. */
    private record Key(String appId, String userPoolId, int credentialsVersion, String name) {}

    boolean exists(App app, String name) {
        var key = new Key(app.id(), app.userPoolId(), app.credentialsVersion(), name);
        if (Background.isOn() && missing.getIfPresent(key) != null) {
            return false;
        }
        try {
            return known.get(key, k -> Background.pressing(() -> groups.get(app, name)))
                            .await()
                            .indefinitely()
                    != null;
        } catch (ProblemException e) {
            if (e.type() == ProblemType.GROUP_NOT_FOUND) {
                missing.put(key, true);
                return false;
            }
            throw e;
        }
    }

    /** For all apps of the pool, on this replica; others remember the group until their time is over. */
    void forget(App app, String name) {
        missing.asMap().keySet().removeIf(key -> key.userPoolId.equals(app.userPoolId()) && key.name.equals(name));
        known.invalidateIf(key -> key instanceof Key group
                        && group.userPoolId.equals(app.userPoolId())
                        && group.name.equals(name))
                .await()
                .indefinitely();
    }
}
