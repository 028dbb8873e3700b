package io.github.cognitoconnector.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.ETags;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.security.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Changes and deletes groups. A group that carries permissions which the caller does not hold is not his to touch: its
 * members would lose by his hand what others have given to them.
 */
@ApplicationScoped
public class GroupChangeService {

    private final CognitoGroups groups;
    private final KnownGroups known;
    private final GroupPatch patch;
    private final Escalation escalation;
    private final PoolTurns turns;

    GroupChangeService(
            CognitoGroups groups, KnownGroups known, GroupPatch patch, Escalation escalation, PoolTurns turns) {
        this.groups = groups;
        this.known = known;
        this.patch = patch;
        this.escalation = escalation;
        this.turns = turns;
    }

    /**
     * Two upstream calls; one if nothing changes, three if a precedence or a role goes and something else changes with it.
     *
     * @param ifMatch null to change whatever state the group is in
     * @param changes a JSON merge patch
     * @throws ProblemException {@code GROUP_NOT_FOUND}, {@code STALE}, {@code VALIDATION_FAILED}, {@code FORBIDDEN} as for
     *     {@link #delete} and for a role that the caller may not give, and {@code UNSUPPORTED_STATE} if Cognito keeps what
     *     was to be removed
     */
    Group update(App app, String name, @Nullable String ifMatch, ObjectNode changes) {
        escalation.check(app.userPoolId(), name);
        return turns.take(app, "group", name, () -> change(app, name, ifMatch, changes));
    }

    private Group change(App app, String name, @Nullable String ifMatch, ObjectNode changes) {
        Group current = groups.get(app, name);
        ETags.check(ifMatch, current.etag());
        GroupDefinition wanted = patch.apply(current, changes);
        if (wanted.roleArn() != null && !wanted.roleArn().equals(current.roleArn())) {
            escalation.checkRole(app);
        }
        Group without = remove(app, current, current.definition().withoutWhatLacks(wanted));
        return without.definition().equals(wanted) ? without : groups.update(app, without, wanted);
    }

    /** Removals go first and alone, so that a refusal of theirs leaves everything as it was. */
    private Group remove(App app, Group current, GroupDefinition less) {
        if (less.equals(current.definition())) {
            return current;
        }
        Group updated = groups.update(app, current, less);
        if (!updated.definition().equals(less)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "Cognito keeps the precedence and the role of a group unless others take their place. Nothing was"
                            + " changed. Give another value, or delete the group and create it again without.");
        }
        return updated;
    }

    /**
     * Deletes the group and with it its memberships. Of somebody who becomes a member while the group is found to have none
     * nobody knows.
     *
     * @param ifMatch null to delete whatever state the group is in
     * @param force whether it may have members
     * @throws ProblemException {@code GROUP_NOT_FOUND}, {@code STALE}, {@code GROUP_NOT_EMPTY}, and {@code FORBIDDEN} if the
     *     group carries permissions that the caller does not hold
     */
    void delete(App app, String name, @Nullable String ifMatch, boolean force) {
        escalation.check(app.userPoolId(), name);
        turns.take(app, "group", name, () -> {
            ETags.check(ifMatch, groups.get(app, name).etag());
            remove(app, name, force);
            return true;
        });
    }

    private void remove(App app, String name, boolean force) {
        if (!force && hasMembers(app, name)) {
            throw ProblemException.of(
                    ProblemType.GROUP_NOT_EMPTY, "Take its members out, or send force=true to delete it with them.");
        }
        try {
            groups.delete(app, name);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.GROUP_NOT_FOUND || !CognitoCalls.followsARepeat(e)) {
                throw e;
            }
        } finally {
            known.forget(app, name);
        }
    }

    private boolean hasMembers(App app, String name) {
        return !Pages.fill(1, null, (limit, token) -> groups.members(app, name, limit, token))
                .items()
                .isEmpty();
    }
}
