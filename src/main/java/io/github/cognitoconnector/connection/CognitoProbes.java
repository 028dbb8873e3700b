package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppCredentialsService.AppWithCredentials;
import io.github.cognitoconnector.app.CurrentCaller;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.credentials.AppCredentials;
import io.github.cognitoconnector.credentials.AppCredentials.Purpose;
import io.github.cognitoconnector.credentials.CallerIdentity;
import io.github.cognitoconnector.credentials.Sts;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The questions that a connection test asks AWS. All throw {@link ProblemException} as every call does. */
@ApplicationScoped
class CognitoProbes {

    private final CognitoCalls calls;
    private final AppCredentials credentials;
    private final CurrentCaller caller;
    private final Sts sts;

    CognitoProbes(CognitoCalls calls, AppCredentials credentials, CurrentCaller caller, Sts sts) {
        this.calls = calls;
        this.credentials = credentials;
        this.caller = caller;
        this.sts = sts;
    }

    /** Makes a session and throws it away: the one in use would say nothing of what AWS has been told since. */
    void session(AppWithCredentials stored) {
        App app = stored.app();
        var provider = credentials.provider(
                stored.choice(),
                new Purpose(app.id(), app.credentialsVersion(), app.region(), app.userPoolId()),
                caller::subject);
        try {
            provider.resolveIdentity().join();
        } finally {
            credentials.close(app.id(), provider);
        }
    }

    /** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a> */
    CallerIdentity identity(App app) {
        return calls.read(
                app,
                cognito ->
                        sts.callerIdentity(cognito.serviceClientConfiguration().credentialsProvider(), app.region()));
    }

    void ask(App app, CognitoAction action, ProbeTarget on) {
        calls.read(app, cognito -> {
            action.ask(cognito, on);
            return on;
        });
    }

    /** The partition that a region belongs to, such as {@code aws} or {@code aws-cn}. */
    static String partition(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }
}
