package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The one way to Cognito: the app's client, the deadline and retries that it is built with, errors translated. */
@ApplicationScoped
public class CognitoCalls {

    private static final Set<ProblemType> UNKNOWN =
            EnumSet.of(ProblemType.UPSTREAM_TIMEOUT, ProblemType.UPSTREAM_UNAVAILABLE, ProblemType.UPSTREAM_FAILED);

    private final CognitoClients clients;
    private final DryRun dryRun;
    private final Attempt attempt;

    CognitoCalls(CognitoClients clients, DryRun dryRun, Attempt attempt) {
        this.clients = clients;
        this.dryRun = dryRun;
        this.attempt = attempt;
    }

    /**
     * Whether the failure is the answer to a repeat of a request whose first answer was lost or bad, so that the first one
     * may have had its effect; one that was throttled has had none.
     */
    public static boolean followsARepeat(ProblemException e) {
        return e.followsLostAnswer();
    }

    /** Whether the failure is the answer to a repeat, whatever became of the first attempt. */
    public static boolean isOfARepeat(ProblemException e) {
        return e.getCause() instanceof SdkException failure
                && failure.numAttempts() != null
                && failure.numAttempts() > 1;
    }

    /** Whether Cognito may have done it, although it failed. */
    public static boolean outcomeUnknown(ProblemException e) {
        return UNKNOWN.contains(e.type());
    }

    /**
     * Asks Cognito something, in a dry run too.
     *
     * @throws ProblemException whatever {@link CognitoErrors} makes of the SDK's failure, or why there are no credentials
     */
    public <T> T read(App app, Function<CognitoIdentityProviderClient, T> question) {
        return call(app, question);
    }

    /**
     * Has Cognito write something, or plans it where the request is a dry run.
     *
     * @param step what is written, for the plan
     * @param predicted what Cognito would answer, as far as that can be known
     * @throws ProblemException as {@link #read}
     */
    public <T> T write(
            App app, PlannedStep step, Supplier<T> predicted, Function<CognitoIdentityProviderClient, T> command) {
        if (dryRun.isOn()) {
            dryRun.plan(step);
            return predicted.get();
        }
        try {
            T answer = call(app, command);
            attempt.hasWritten();
            return answer;
        } catch (ProblemException e) {
            if (outcomeUnknown(e) || followsARepeat(e) || e.type() == ProblemType.PARTIAL_WRITE) {
                attempt.hasWritten();
            }
            throw e;
        }
    }

    /** As {@link #write(App, PlannedStep, Supplier, Function)}, where nothing of the answer is of use. */
    public void write(App app, PlannedStep step, Consumer<CognitoIdentityProviderClient> command) {
        write(app, step, () -> true, cognito -> {
            command.accept(cognito);
            return true;
        });
    }

    private <T> T call(App app, Function<CognitoIdentityProviderClient, T> operation) {
        LeasedClient client = clients.lease(app);
        LostAnswers.begin();
        try {
            return GovernedCalls.of(app, () -> operation.apply(client.sdk()));
        } catch (SdkException e) {
            ProblemException problem = ProblemException.within(e).orElseGet(() -> CognitoErrors.translate(e));
            if (problem.type() == ProblemType.CREDENTIALS_REJECTED) {
                client.refused();
            }
            throw LostAnswers.any() ? problem.afterLostAnswer() : problem;
        } catch (ProblemException e) {
            throw LostAnswers.any() ? e.afterLostAnswer() : e; // the governor's, between two attempts
        } finally {
            client.release();
        }
    }
}
