package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.security.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups and who is in them. Costs one upstream call an operation; lists one for each upstream page. */
@ApplicationScoped
public class GroupService {

    /** The most that Cognito lists at a time. */
    private static final int PAGE = 60;

    private final CognitoGroups groups;
    private final GroupCreation creation;
    private final KnownGroups known;
    private final Escalation escalation;
    private final DryRun dryRun;

    GroupService(
            CognitoGroups groups, GroupCreation creation, KnownGroups known, Escalation escalation, DryRun dryRun) {
        this.groups = groups;
        this.creation = creation;
        this.known = known;
        this.escalation = escalation;
        this.dryRun = dryRun;
    }

    /** @throws ProblemException {@code GROUP_EXISTS}, and {@code FORBIDDEN} for a role that the caller may not give */
    public Group create(App app, CreateGroupRequest request) {
        if (request.roleArn() != null) {
            escalation.checkRole(app);
        }
        if (dryRun.isOn() && known.exists(app, request.name())) {
            throw ProblemException.of(ProblemType.GROUP_EXISTS, "Choose another group name.");
        }
        Group made = creation.make(app, request);
        known.forget(app, request.name());
        return made;
    }

    /** @throws ProblemException {@code GROUP_NOT_FOUND} */
    public Group get(App app, String name) {
        return groups.get(app, name);
    }

    public Page<Group> list(App app, int limit, @Nullable String position) {
        return Pages.fill(limit, position, (size, token) -> groups.list(app, size, token));
    }

    /** @throws ProblemException {@code USER_NOT_FOUND} */
    public Page<Group> listOfUser(App app, String username, int limit, @Nullable String position) {
        return Pages.fill(limit, position, (size, token) -> groups.listOfUser(app, username, size, token));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}, {@code UNSUPPORTED_STATE} if he is in as many
     *     as he can be, and {@code FORBIDDEN} if the group carries permissions that the caller does not hold
     */
    public void add(App app, String username, String group) {
        escalation.check(app.userPoolId(), group);
        checkPlanned(app, group);
        try {
            groups.add(app, username, group);
        } catch (ProblemException e) {
            throw GroupLimits.explained(e, "A user can be in 100 groups. Remove him from another one first.");
        }
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}
     */
    public void remove(App app, String username, String group) {
        checkPlanned(app, group);
        groups.remove(app, username, group);
    }

    /** In a dry run nothing that follows would find out whether the group exists. */
    private void checkPlanned(App app, String group) {
        if (dryRun.isOn() && !known.exists(app, group)) {
            throw ProblemException.of(ProblemType.GROUP_NOT_FOUND, "There is no such group in the user pool.");
        }
    }

    /**
     * Whether the user is in the group; one upstream call, or two for a user in more than 60 groups.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}
     */
    public boolean isMember(App app, String username, String group) {
        String position = null;
        do {
            Page<Group> page = listOfUser(app, username, PAGE, position);
            if (page.items().stream().anyMatch(of -> of.name().equals(group))) {
                return true;
            }
            position = page.nextCursor();
        } while (position != null);
        return false;
    }

    /** @throws ProblemException {@code FORBIDDEN} if the group carries permissions that the caller does not hold */
    public void checkGrant(App app, String group) {
        escalation.check(app.userPoolId(), group);
    }

    /**
     * Has to be asked before anything is done by which the caller could act as the user. No upstream call unless some app of
     * the pool has operators; then one, or two for a user in more than 60 groups.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, and {@code FORBIDDEN} if the user is in a group that carries
     *     permissions which the caller does not hold
     */
    public void checkMember(App app, String username) {
        if (!escalation.concerns(app.userPoolId())) {
            return;
        }
        String position = null;
        do {
            Page<Group> page = listOfUser(app, username, PAGE, position);
            page.items().forEach(group -> escalation.check(app.userPoolId(), group.name()));
            position = page.nextCursor();
        } while (position != null);
    }

    /**
     * Makes sure that all of these groups exist. That a group exists is remembered for a short while; that it does not
     * is not.
     *
     * @param pointer JSON pointer of the list in the request
     * @throws ProblemException {@code INVALID_GROUP} with every unknown group
     */
    public void requireAll(App app, List<String> names, String pointer) {
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!known.exists(app, names.get(i))) {
                unknown.add(FieldError.of(
                        ProblemType.INVALID_GROUP, pointer + "/" + i, "There is no such group in the user pool."));
            }
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.fields(ProblemType.INVALID_GROUP, unknown);
        }
    }
}
