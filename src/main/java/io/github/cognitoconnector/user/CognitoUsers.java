package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** Cognito's operations on users, one call each. All throw {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoUsers {

    private final CognitoCalls calls;

    CognitoUsers(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * Creates the user in {@code FORCE_CHANGE_PASSWORD}. Not repeatable: after a lost reply a repeat fails with
     * {@code USER_EXISTS}.
     *
     * @throws ProblemException {@code USER_EXISTS}, {@code ALIAS_EXISTS}, {@code INVALID_PASSWORD},
     *     {@code PARTIAL_WRITE} if the user was made and the message failed
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html">AdminCreateUser</a>
     */
    User create(App app, NewUser user) {
        return calls.call(
                app,
                cognito -> UserMapper.toUser(cognito.adminCreateUser(r -> r.userPoolId(app.userPoolId())
                                .username(user.username())
                                .userAttributes(UserMapper.toAttributes(user.attributes()))
                                .temporaryPassword(user.temporaryPassword())
                                .messageAction(
                                        user.messageAction() == MessageAction.SUPPRESS
                                                ? MessageActionType.SUPPRESS
                                                : null)
                                .desiredDeliveryMediumsWithStrings(user.deliveryMediums().stream()
                                        .map(Enum::name)
                                        .toList()))
                        .user()));
    }

    /** @throws ProblemException {@code USER_NOT_FOUND} */
    User get(App app, String username) {
        return calls.call(
                app,
                cognito -> UserMapper.toUser(
                        cognito.adminGetUser(r -> r.userPoolId(app.userPoolId()).username(username))));
    }

    /** Eventually consistent: what was just written may be missing. */
    Page<User> list(App app, @Nullable UserFilter filter, int limit, @Nullable String token) {
        return calls.call(app, cognito -> {
            var found = cognito.listUsers(r -> r.userPoolId(app.userPoolId())
                    .filter(filter == null ? null : filter.toCognito())
                    .limit(limit)
                    .paginationToken(token));
            return Pages.of(found.users(), UserMapper::toUser, found.paginationToken());
        });
    }

    /** @throws ProblemException {@code USER_NOT_FOUND} */
    void delete(App app, String username) {
        calls.call(
                app,
                cognito -> cognito.adminDeleteUser(
                        r -> r.userPoolId(app.userPoolId()).username(username)));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}
     */
    void enable(App app, String username) {
        calls.call(
                app,
                cognito -> cognito.adminEnableUser(
                        r -> r.userPoolId(app.userPoolId()).username(username)));
    }

    /**
     * Repeatable; revokes the user's tokens.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}
     */
    void disable(App app, String username) {
        calls.call(
                app,
                cognito -> cognito.adminDisableUser(
                        r -> r.userPoolId(app.userPoolId()).username(username)));
    }
}
