package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PasswordPolicy;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The user pool as the app sees it; what was read is remembered for a short while. */
@ApplicationScoped
public class PoolService {

    private final UserPools pools;
    private final CognitoPool cognito;
    private final Cache known;

    PoolService(UserPools pools, CognitoPool cognito, @CacheName("pool-clients") Cache known) {
        this.pools = pools;
        this.cognito = cognito;
        this.known = known;
    }

    AppSchema schema(App app) {
        return AppSchema.of(pools.settings(app));
    }

    PasswordPolicy passwordPolicy(App app) {
        return pools.settings(app).passwordPolicy();
    }

    /**
     * One upstream call for each client that is not remembered, one after the other since Cognito allows five a second for
     * a pool. That a client does not exist is not remembered.
     *
     * @throws ProblemException {@code THROTTLED} where there are many; a repeat goes on where this one ended
     */
    AppClients clients(App app) {
        pools.settings(app);
        return new AppClients(
                app.clientIds().stream().map(id -> client(app, id)).toList());
    }

    private AppClient client(App app, String id) {
        var key = List.of(app.id(), app.userPoolId(), app.credentialsVersion(), id);
        try {
            return AppClient.of(
                    id, known.get(key, k -> cognito.client(app, id)).await().indefinitely());
        } catch (ProblemException e) {
            if (e.type() != ProblemType.NOT_FOUND) {
                throw e;
            }
            return AppClient.missing(id, e);
        }
    }
}
