package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
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

    /** @throws ProblemException whatever {@link CognitoErrors} makes of the SDK's failure */
    public <T> T call(App app, Function<CognitoIdentityProviderClient, T> operation) {
        try {
            return operation.apply(clients.of(app));
        } catch (SdkException e) {
            throw CognitoErrors.translate(e);
        }
    }
}
