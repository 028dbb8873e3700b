package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What signing up asks of a pool and of its clients, kept in memory for a short while, secrets of clients included. */
@ApplicationScoped
public class SignUpPools {

    private static final String SETTINGS = "sign-up-settings";
    private static final String CLIENTS = "sign-up-clients";

    private final CognitoCalls calls;

    SignUpPools(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * @throws ProblemException as every call
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html">DescribeUserPool</a>
     */
    @CacheResult(cacheName = SETTINGS, keyGenerator = PoolKey.class)
    public SignUpSettings settings(App app) {
        return calls.read(
                app,
                cognito -> SignUpSettings.of(cognito.describeUserPool(r -> r.userPoolId(app.userPoolId()))
                        .userPool()));
    }

    /**
     * The client, unless the pool has none of this id.
     *
     * @throws ProblemException as every call
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html">DescribeUserPoolClient</a>
     */
    @CacheResult(cacheName = CLIENTS, keyGenerator = ClientKey.class)
    public Optional<SignUpClient> client(App app, String clientId) {
        try {
            return Optional.of(calls.read(
                    app,
                    cognito -> SignUpClient.of(cognito.describeUserPoolClient(
                                    r -> r.userPoolId(app.userPoolId()).clientId(clientId))
                            .userPoolClient())));
        } catch (ProblemException e) {
            if (e.type() == ProblemType.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Has the pool and this client read anew for the next caller. */
    @CacheInvalidate(cacheName = SETTINGS, keyGenerator = PoolKey.class)
    @CacheInvalidate(cacheName = CLIENTS, keyGenerator = ClientKey.class)
    public void forget(App app, String clientId) {
        // the annotations do it
    }
}
