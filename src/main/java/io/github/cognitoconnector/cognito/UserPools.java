package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.quota.Background;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;

/** The settings of user pools, kept for a short while: a create would otherwise cost a second, scarcer request. */
@ApplicationScoped
public class UserPools {

    private static final String CACHE = "pool-settings";

    private final CognitoCalls calls;

    UserPools(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * @throws ProblemException as every call
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html">DescribeUserPool</a>
     */
    @CacheResult(cacheName = CACHE, keyGenerator = PoolKey.class)
    public PoolSettings settings(App app) {
        return Background.pressing(() -> calls.read(
                app,
                cognito -> PoolSettings.of(cognito.describeUserPool(r -> r.userPoolId(app.userPoolId()))
                        .userPool())));
    }

    /** Has the settings read anew for the next caller. */
    @CacheInvalidate(cacheName = CACHE, keyGenerator = PoolKey.class)
    public void forget(App app) {
        // the annotation does it
    }
}
