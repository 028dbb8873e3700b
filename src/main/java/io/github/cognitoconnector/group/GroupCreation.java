package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Makes a group at Cognito, once: where the answer is lost, the group is looked for. */
@ApplicationScoped
class GroupCreation {

    private final CognitoGroups groups;
    private final Attempt attempt;

    GroupCreation(CognitoGroups groups, Attempt attempt) {
        this.groups = groups;
        this.attempt = attempt;
    }

    /**
     * One upstream call; one more where an answer was lost.
     *
     * @throws ProblemException {@code GROUP_EXISTS}, and whatever failed if the group is not found
     */
    Group make(App app, CreateGroupRequest request) {
        Instant notBefore = attempt.notBefore();
        try {
            return groups.create(app, request);
        } catch (ProblemException e) {
            if (!CognitoCalls.outcomeUnknown(e) && !CognitoCalls.followsARepeat(e) && !attempt.isRepeat()) {
                throw GroupLimits.explained(
                        e, "The user pool has as many groups as Cognito allows. Delete another one.");
            }
            return look(app, request, e)
                    .filter(found -> found.createdAt().isAfter(notBefore) && found.isWhat(request))
                    .orElseThrow(() -> e);
        }
    }

    /** Where it may be there and cannot be looked for, that is what the caller has to know: a repeat may find it. */
    private Optional<Group> look(App app, CreateGroupRequest request, ProblemException e) {
        try {
            return Optional.of(groups.get(app, request.name()));
        } catch (ProblemException failure) {
            if (failure.type() == ProblemType.GROUP_NOT_FOUND) {
                return Optional.empty();
            }
            if (e.type().status() < 500) {
                failure.addSuppressed(e);
                throw failure;
            }
            e.addSuppressed(failure);
            return Optional.empty();
        }
    }
}
