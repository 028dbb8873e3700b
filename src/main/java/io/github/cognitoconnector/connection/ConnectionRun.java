package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppCredentialsService.AppWithCredentials;
import io.github.cognitoconnector.credentials.CallerIdentity;
import io.github.cognitoconnector.credentials.CredentialsType;
import io.github.cognitoconnector.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection test under way: question after question, never two at a time, since some operations have no more than five
 * requests a second for a pool. What makes the questions that follow pointless ends the asking, and so does the time; the
 * checks that follow then have the same problem.
 */
final class ConnectionRun {

    private final CognitoProbes probes;
    private final AppWithCredentials stored;
    private final App app;
    private final ProbeTarget target;
    private final List<ConnectionCheck> checks = new ArrayList<>();
    private @Nullable CallerIdentity identity;
    private @Nullable ProblemException end;
    private boolean poolSeen;

    ConnectionRun(CognitoProbes probes, AppWithCredentials stored) {
        this.probes = probes;
        this.stored = stored;
        this.app = stored.app();
        this.target = new ProbeTarget(app.userPoolId());
    }

    /**
     * @param time after which Cognito is asked nothing more
     * @throws ProblemException {@code APP_NOT_FOUND}, {@code INTERNAL}
     */
    ConnectionTest run(Duration time) {
        checkSession();
        checkIdentity();
        long start = System.nanoTime();
        for (CognitoAction action : CognitoAction.values()) {
            if (end == null && System.nanoTime() - start > time.toNanos()) {
                end = Finding.notAsked();
            }
            check(action);
        }
        return ConnectionTest.of(identity, checks);
    }

    private void checkSession() {
        CredentialsType type = app.credentials().type();
        switch (type) {
            case DEFAULT, STATIC -> {}
            case ASSUME_ROLE -> checkSession("sts:AssumeRole");
            case ROLES_ANYWHERE -> checkSession("rolesanywhere:CreateSession");
        }
    }

    private void checkSession(String action) {
        try {
            probes.session(stored);
        } catch (ProblemException e) {
            last(Advice.onSession(app, e));
        }
        checks.add(ConnectionCheck.of(action, end));
    }

    /** Cognito can work where STS does not answer, so that only refused credentials end the test here. */
    private void checkIdentity() {
        ProblemException problem = end;
        if (problem == null) {
            try {
                identity = probes.identity(app);
            } catch (ProblemException e) {
                problem = Finding.of(e) == Finding.NO_CREDENTIALS ? last(e) : e;
            }
        }
        checks.add(ConnectionCheck.of("sts:GetCallerIdentity", problem));
    }

    private void check(CognitoAction action) {
        if (end == null
                && action == CognitoAction.CREATE_GROUP
                && target.seenGroup().isEmpty()) {
            return;
        }
        checks.add(ConnectionCheck.of(action.iam(), end == null ? ask(action) : end));
    }

    /** Null if the action works. */
    private @Nullable ProblemException ask(CognitoAction action) {
        try {
            probes.ask(app, action, target);
        } catch (ProblemException e) {
            ProblemException problem = judge(action, e);
            if (problem != null) {
                return problem;
            }
        }
        poolSeen = true;
        return null;
    }

    private @Nullable ProblemException judge(CognitoAction action, ProblemException failure) {
        return switch (Finding.of(failure)) {
            case ALLOWED -> null;
            case DENIED -> Advice.onDenial(app, action, identity, failure);
            case NO_CREDENTIALS -> last(failure);
            // Whatever is not there in a pool that is there was named by the probe.
            case NOT_THERE -> poolSeen ? null : last(Advice.onPool(app, failure));
            case UNCLEAR -> failure;
        };
    }

    private ProblemException last(ProblemException problem) {
        end = problem;
        return problem;
    }
}
