package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;

/** Which groups exist: that one does is remembered for a short while, that it does not is not. */
@ApplicationScoped
class KnownGroups {

    private final CognitoGroups groups;
    private final Cache known;

    KnownGroups(CognitoGroups groups, @CacheName("known-groups") Cache known) {
        this.groups = groups;
        this.known = known;
    }

    /** As one app's credentials see it. */
    private record Key(String appId, String userPoolId, int credentialsVersion, String name) {}

    boolean exists(App app, String name) {
        var key = new Key(app.id(), app.userPoolId(), app.credentialsVersion(), name);
        try {
            return known.get(key, k -> groups.get(app, name)).await().indefinitely() != null;
        } catch (ProblemException e) {
            if (e.type() == ProblemType.GROUP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** For all apps of the pool, on this replica; others remember the group until their time is over. */
    void forget(App app, String name) {
        known.invalidateIf(key -> key instanceof Key group
                        && group.userPoolId.equals(app.userPoolId())
                        && group.name.equals(name))
                .await()
                .indefinitely();
    }
}
