package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.PlannedStep;
import io.github.cognitoconnector.user.UserMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Cognito's operations for people who sign themselves up, one call each. They are public: no credentials sign them. All
 * throw {@link ProblemException} as {@link CognitoCalls} does.
 */
@ApplicationScoped
class CognitoSignUps {

    private final CognitoCalls calls;

    CognitoSignUps(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * Creates the user, unconfirmed, and has a code sent. Not repeatable.
     *
     * @return the {@code sub} of somebody whom a trigger of the pool has confirmed already
     * @throws ProblemException {@code USER_EXISTS}, {@code INVALID_PASSWORD}, {@code PARTIAL_WRITE} if the user was made and
     *     the message failed
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html">SignUp</a>
     */
    Optional<String> start(App app, NewSignUp signUp) {
        SignUpClient client = signUp.client();
        return calls.write(
                app,
                PlannedStep.of("SignUp")
                        .user(signUp.username())
                        .attributes(signUp.attributes().keySet()),
                Optional::empty,
                cognito -> {
                    var made = cognito.signUp(r -> r.clientId(client.id())
                            .secretHash(client.secretHash(signUp.username()))
                            .username(signUp.username())
                            .password(signUp.password())
                            .userAttributes(UserMapper.toAttributes(signUp.attributes())));
                    return Boolean.TRUE.equals(made.userConfirmed()) ? Optional.of(made.userSub()) : Optional.empty();
                });
    }

    /**
     * Not repeatable: of somebody who is confirmed Cognito says that it does not allow this now.
     *
     * @throws ProblemException {@code VALIDATION_FAILED}, {@code USER_NOT_FOUND}, {@code ALIAS_EXISTS},
     *     {@code UNSUPPORTED_STATE}, {@code THROTTLED}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html">ConfirmSignUp</a>
     */
    void confirm(App app, SignUpClient client, String username, String code) {
        calls.write(
                app,
                PlannedStep.of("ConfirmSignUp").user(username),
                cognito -> cognito.confirmSignUp(r -> r.clientId(client.id())
                        .secretHash(client.secretHash(username))
                        .username(username)
                        .confirmationCode(code)));
    }

    /**
     * Sends another code; the one before is no longer good then.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code VALIDATION_FAILED}, {@code UNSUPPORTED_STATE},
     *     {@code PARTIAL_WRITE}, {@code THROTTLED}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html">ResendConfirmationCode</a>
     */
    void resend(App app, SignUpClient client, String username) {
        calls.write(
                app,
                PlannedStep.of("ResendConfirmationCode").user(username),
                cognito -> cognito.resendConfirmationCode(r -> r.clientId(client.id())
                        .secretHash(client.secretHash(username))
                        .username(username)));
    }
}
