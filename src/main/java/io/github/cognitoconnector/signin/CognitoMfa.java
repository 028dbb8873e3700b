package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;

/** Cognito's operations on second factors, one call each. All throw {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoMfa {

    private final CognitoCalls calls;

    CognitoMfa(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * @throws ProblemException {@code USER_NOT_FOUND}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html">AdminGetUser</a>
     */
    MfaStanding get(App app, String username) {
        return calls.read(
                app,
                cognito -> MfaMapper.toStanding(
                        cognito.adminGetUser(r -> r.userPoolId(app.userPoolId()).username(username))));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code VALIDATION_FAILED} for a factor that the pool does not admit or
     *     that the user is not ready for
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html">AdminSetUserMFAPreference</a>
     */
    void set(App app, String username, MfaChange change) {
        calls.write(
                app,
                PlannedStep.of("AdminSetUserMFAPreference").user(username),
                cognito -> cognito.adminSetUserMFAPreference(r -> r.userPoolId(app.userPoolId())
                        .username(username)
                        .smsMfaSettings(MfaMapper.sms(change))
                        .emailMfaSettings(MfaMapper.email(change))
                        .softwareTokenMfaSettings(MfaMapper.softwareToken(change))));
    }
}
