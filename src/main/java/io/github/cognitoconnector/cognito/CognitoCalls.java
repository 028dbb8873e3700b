package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The one way to Cognito: the app's client, the deadline and retries that it is built with, errors translated. */
@ApplicationScoped
public class CognitoCalls {

    private final CognitoClients clients;

    CognitoCalls(CognitoClients clients) {
        this.clients = clients;
    }

    /**
     * Whether the failure is the answer to a repeat of a request whose first answer was lost or bad, so that the first one
     * may have had its effect.
     */
    public static boolean followsARepeat(ProblemException e) {
        return e.getCause() instanceof SdkException failure
                && failure.numAttempts() != null
                && failure.numAttempts() > 1;
    }

    /** @throws ProblemException whatever {@link CognitoErrors} makes of the SDK's failure, or why there are no credentials */
    public <T> T call(App app, Function<CognitoIdentityProviderClient, T> operation) {
        LeasedClient client = clients.lease(app);
        try {
            return operation.apply(client.sdk());
        } catch (SdkException e) {
            ProblemException problem = ProblemException.within(e).orElseGet(() -> CognitoErrors.translate(e));
            if (problem.type() == ProblemType.CREDENTIALS_REJECTED) {
                client.refused();
            }
            throw problem;
        } finally {
            client.release();
        }
    }
}
