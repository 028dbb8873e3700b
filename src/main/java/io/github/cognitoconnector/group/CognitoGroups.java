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
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

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

    /**
     * Gives the group this definition, all of it: what Cognito does with members that a request leaves out is not documented,
     * and was once documented as setting them back. Repeatable.
     *
     * @return the group as Cognito has it then, which may have kept a precedence or a role that was left out
     * @throws ProblemException {@code GROUP_NOT_FOUND}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html">UpdateGroup</a>
     */
    Group update(App app, Group group, GroupDefinition wanted) {
        String description = wanted.description();
        return calls.write(
                app,
                PlannedStep.of("UpdateGroup").group(group.name()),
                () -> group.with(wanted, clock.instant()),
                cognito -> GroupMapper.toGroup(cognito.updateGroup(r -> r.userPoolId(app.userPoolId())
                                .groupName(group.name())
                                .description(description == null ? "" : description)
                                .precedence(wanted.precedence())
                                .roleArn(wanted.roleArn()))
                        .group()));
    }

    /**
     * Deletes the group with its memberships, however many there are.
     *
     * @throws ProblemException {@code GROUP_NOT_FOUND}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html">DeleteGroup</a>
     */
    void delete(App app, String name) {
        calls.write(
                app,
                PlannedStep.of("DeleteGroup").group(name),
                cognito ->
                        cognito.deleteGroup(r -> r.userPoolId(app.userPoolId()).groupName(name)));
    }

    /**
     * Usernames of members.
     *
     * @throws ProblemException {@code GROUP_NOT_FOUND}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html">ListUsersInGroup</a>
     */
    Page<String> members(App app, String name, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.listUsersInGroup(r ->
                    r.userPoolId(app.userPoolId()).groupName(name).limit(limit).nextToken(token));
            return Pages.of(found.users(), UserType::username, found.nextToken());
        });
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
