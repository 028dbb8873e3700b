package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.PlannedStep;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** Cognito's operations on passwords, one call each. All throw {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoPasswords {

    private final CognitoCalls calls;

    CognitoPasswords(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * Repeatable, unless the pool remembers earlier passwords.
     *
     * @param permanent false lets the user choose another one at the next sign-in
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code INVALID_PASSWORD}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html">AdminSetUserPassword</a>
     */
    void setPassword(App app, String username, String password, boolean permanent) {
        calls.write(
                app,
                PlannedStep.of("AdminSetUserPassword").user(username),
                cognito -> cognito.adminSetUserPassword(r -> r.userPoolId(app.userPoolId())
                        .username(username)
                        .password(password)
                        .permanent(permanent)));
    }

    /**
     * Sends a user who has not yet signed in another invitation, with another temporary password.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code UNSUPPORTED_STATE}, {@code INVALID_PASSWORD},
     *     {@code PARTIAL_WRITE} if the message failed
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html">AdminCreateUser, RESEND</a>
     */
    void invite(App app, String username, String temporaryPassword, List<DeliveryMedium> mediums) {
        calls.write(
                app,
                PlannedStep.of("AdminCreateUser").user(username),
                cognito -> cognito.adminCreateUser(r -> r.userPoolId(app.userPoolId())
                        .username(username)
                        .temporaryPassword(temporaryPassword)
                        .messageAction(MessageActionType.RESEND)
                        .desiredDeliveryMediumsWithStrings(
                                mediums.stream().map(Enum::name).toList())));
    }

    /**
     * Has Cognito send the user a code with which he chooses another password; until then he cannot sign in. Each repeat sends
     * another code.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code UNSUPPORTED_STATE} if he is not confirmed,
     *     {@code VALIDATION_FAILED} if there is nothing to send it to, {@code THROTTLED}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html">AdminResetUserPassword</a>
     */
    void resetPassword(App app, String username) {
        calls.write(
                app,
                PlannedStep.of("AdminResetUserPassword").user(username),
                cognito -> cognito.adminResetUserPassword(
                        r -> r.userPoolId(app.userPoolId()).username(username)));
    }
}
