package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.rest.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Cognito's operations on groups, one call each. All throw {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoGroups {

    private final CognitoCalls calls;
    private final Clock clock;

    CognitoGroups(CognitoCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** @throws ProblemException {@code GROUP_EXISTS} */
    Group create(App app, CreateGroupRequest request) {
        return calls.write(
                app,
                PlannedStep.of("CreateGroup").group(request.name()),
                () -> request.expected(clock.instant()),
                cognito -> GroupMapper.toGroup(cognito.createGroup(r -> r.userPoolId(app.userPoolId())
                                .groupName(request.name())
                                .description(request.description())
                                .precedence(request.precedence())
                                .roleArn(request.roleArn()))
                        .group()));
    }

    /** @throws ProblemException {@code GROUP_NOT_FOUND} */
    Group get(App app, String name) {
        return calls.read(
                app,
                cognito -> GroupMapper.toGroup(
                        cognito.getGroup(r -> r.userPoolId(app.userPoolId()).groupName(name))
                                .group()));
    }

    Page<Group> list(App app, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.listGroups(
                    r -> r.userPoolId(app.userPoolId()).limit(limit).nextToken(token));
            return Pages.of(found.groups(), GroupMapper::toGroup, found.nextToken());
        });
    }

    /** @throws ProblemException {@code USER_NOT_FOUND} */
    Page<Group> listOfUser(App app, String username, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.adminListGroupsForUser(r -> r.userPoolId(app.userPoolId())
                    .username(username)
                    .limit(limit)
                    .nextToken(token));
            return Pages.of(found.groups(), GroupMapper::toGroup, found.nextToken());
        });
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}
     */
    void add(App app, String username, String group) {
        calls.write(
                app,
                PlannedStep.of("AdminAddUserToGroup").user(username).group(group),
                cognito -> cognito.adminAddUserToGroup(
                        r -> r.userPoolId(app.userPoolId()).username(username).groupName(group)));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}
     */
    void remove(App app, String username, String group) {
        calls.write(
                app,
                PlannedStep.of("AdminRemoveUserFromGroup").user(username).group(group),
                cognito -> cognito.adminRemoveUserFromGroup(
                        r -> r.userPoolId(app.userPoolId()).username(username).groupName(group)));
    }
}
