package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import jakarta.enterprise.context.ApplicationScoped;

/** Cognito's operations on pools and their clients, one call each. All throw {@link ProblemException} as every call does. */
@ApplicationScoped
class CognitoPool {

    private final CognitoCalls calls;

    CognitoPool(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * The pool as it is now.
     *
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html">DescribeUserPool</a>
     */
    PoolFacts facts(App app) {
        return calls.read(
                app,
                cognito -> PoolMapper.toFacts(cognito.describeUserPool(r -> r.userPoolId(app.userPoolId()))
                        .userPool()));
    }

    /**
     * The client as it is now.
     *
     * @throws ProblemException {@code NOT_FOUND} if a pool that is there has none of this id
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html">DescribeUserPoolClient</a>
     */
    ClientSettings client(App app, String clientId) {
        try {
            return calls.read(
                    app,
                    cognito -> ClientMapper.toSettings(cognito.describeUserPoolClient(
                                    r -> r.userPoolId(app.userPoolId()).clientId(clientId))
                            .userPoolClient()));
        } catch (ProblemException e) {
            throw isMissing(e)
                    ? e.as(
                            ProblemType.NOT_FOUND,
                            "The user pool has no such client. Take it out of the app's clientIds, or put in the one that was meant.")
                    : e;
        }
    }

    /** Should Cognito word it in another way, it says the same of a pool that is not there; who asks has seen the pool. */
    private static boolean isMissing(ProblemException e) {
        Upstream upstream = e.upstream();
        return e.type() == ProblemType.NOT_FOUND
                || (e.type() == ProblemType.UPSTREAM_FAILED
                        && upstream != null
                        && "ResourceNotFoundException".equals(upstream.code()));
    }
}
