package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppCredentialsService;
import io.github.cognitoconnector.cognito.CognitoConfig;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out what AWS makes of an app's credentials, and changes nothing. */
@ApplicationScoped
public class ConnectionService {

    /** The calls' own deadlines allow the last one to begin within so many of them. */
    private static final int DEADLINES = 2;

    private final AppCredentialsService credentials;
    private final CognitoProbes probes;
    private final CognitoConfig config;

    ConnectionService(AppCredentialsService credentials, CognitoProbes probes, CognitoConfig config) {
        this.credentials = credentials;
        this.probes = probes;
        this.config = config;
    }

    /**
     * Whatever AWS does, it ends as a check that is not ok.
     *
     * @throws ProblemException {@code APP_NOT_FOUND} if the app is gone; {@code INTERNAL} if its secrets cannot be read
     */
    public ConnectionTest test(App app) {
        return new ConnectionRun(probes, credentials.of(app.id()))
                .run(config.deadline().multipliedBy(DEADLINES));
    }
}
