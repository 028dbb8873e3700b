package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.rest.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** Cognito's operations on users, one call each. All throw {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoUsers {

    private final CognitoCalls calls;
    private final Clock clock;

    CognitoUsers(CognitoCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
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
        return calls.write(
                app,
                PlannedStep.of("AdminCreateUser")
                        .user(user.username())
                        .attributes(user.attributes().keySet()),
                () -> user.expected(clock.instant()),
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
        return calls.read(
                app,
                cognito -> UserMapper.toUser(
                        cognito.adminGetUser(r -> r.userPoolId(app.userPoolId()).username(username))));
    }

    /** As {@link #get}, for somebody who may not be there. */
    Optional<User> find(App app, String username) {
        try {
            return Optional.of(get(app, username));
        } catch (ProblemException e) {
            if (e.type() == ProblemType.USER_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Sets attributes, and deletes those whose value is blank; all of them or none. Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code ALIAS_EXISTS}, {@code VALIDATION_FAILED}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html">AdminUpdateUserAttributes</a>
     */
    void update(App app, String username, Map<String, String> attributes) {
        calls.write(
                app,
                PlannedStep.of("AdminUpdateUserAttributes").user(username).attributes(attributes.keySet()),
                cognito -> cognito.adminUpdateUserAttributes(r -> r.userPoolId(app.userPoolId())
                        .username(username)
                        .userAttributes(UserMapper.toAttributes(attributes))));
    }

    /** Eventually consistent: what was just written may be missing. */
    Page<User> list(App app, @Nullable UserFilter filter, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.listUsers(r -> r.userPoolId(app.userPoolId())
                    .filter(filter == null ? null : filter.toCognito())
                    .limit(limit)
                    .paginationToken(token));
            return Pages.of(found.users(), UserMapper::toUser, found.paginationToken());
        });
    }

    /**
     * The moment of Cognito's answer, by Cognito's clock: what was issued until then was issued before the deletion.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}
     */
    Instant delete(App app, String username) {
        return calls.write(
                app,
                PlannedStep.of("AdminDeleteUser").user(username),
                clock::instant,
                cognito -> answered(cognito.adminDeleteUser(
                        r -> r.userPoolId(app.userPoolId()).username(username))));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}
     */
    void enable(App app, String username) {
        calls.write(
                app,
                PlannedStep.of("AdminEnableUser").user(username),
                cognito -> cognito.adminEnableUser(
                        r -> r.userPoolId(app.userPoolId()).username(username)));
    }

    /**
     * Repeatable; revokes the user's tokens.
     *
     * @return as {@link #delete}
     * @throws ProblemException {@code USER_NOT_FOUND}
     */
    Instant disable(App app, String username) {
        return calls.write(
                app,
                PlannedStep.of("AdminDisableUser").user(username),
                clock::instant,
                cognito -> answered(cognito.adminDisableUser(
                        r -> r.userPoolId(app.userPoolId()).username(username))));
    }

    /**
     * Ends all of the user's sign-ins. Repeatable.
     *
     * @return as {@link #delete}
     * @throws ProblemException {@code USER_NOT_FOUND}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html">AdminUserGlobalSignOut</a>
     */
    Instant signOut(App app, String username) {
        return calls.write(
                app,
                PlannedStep.of("AdminUserGlobalSignOut").user(username),
                clock::instant,
                cognito -> answered(cognito.adminUserGlobalSignOut(
                        r -> r.userPoolId(app.userPoolId()).username(username))));
    }

    /** Tokens carry the time of the same clock, which may be another one than ours. */
    private Instant answered(SdkResponse response) {
        return response.sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                .orElseGet(clock::instant);
    }
}
