package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The clients that visitors sign up through, kept in memory for a short while, their secrets included. */
@ApplicationScoped
public class SignUpAppClients {

    private static final String CLIENTS = "sign-up-clients";

    private final CognitoCalls calls;

    SignUpAppClients(CognitoCalls calls) {
        this.calls = calls;
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

    /** Has this client read anew for the next caller. */
    @CacheInvalidate(cacheName = CLIENTS, keyGenerator = ClientKey.class)
    public void forget(App app, String clientId) {
        // the annotation does it
    }
}
