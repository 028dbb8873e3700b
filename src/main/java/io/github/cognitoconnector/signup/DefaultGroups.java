package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.security.Escalation;
import io.github.cognitoconnector.signup.SignedUpUsers.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The groups that everybody gets who signs himself up: the app's {@code defaultGroups}. */
@ApplicationScoped
class DefaultGroups {

    private final GroupService groups;
    private final Escalation escalation;
    private final SignUpConfirmationRepository confirmations;

    DefaultGroups(GroupService groups, Escalation escalation, SignUpConfirmationRepository confirmations) {
        this.groups = groups;
        this.escalation = escalation;
        this.confirmations = confirmations;
    }

    /**
     * Strangers become no operators, whatever the app says about escalation; and no group is missing when it is needed. No
     * upstream call while the groups are remembered.
     *
     * @throws ProblemException {@code UNSUPPORTED_STATE}, {@code INVALID_GROUP}
     */
    void check(App app) {
        Optional<String> powerful = app.defaultGroups().stream()
                .filter(group -> escalation.carriesPermissions(app.userPoolId(), group))
                .findFirst();
        if (powerful.isPresent()) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "The default group \"" + powerful.get()
                            + "\" carries permissions of an app of this user pool. Take it"
                            + " out of defaultGroups or operatorGroups to let people sign up.");
        }
        groups.requireAll(app, app.defaultGroups(), "/defaultGroups");
    }

    /**
     * To somebody who is confirmed; his confirmation is over then. Repeatable. One upstream call for each group.
     *
     * @throws ProblemException {@code PARTIAL_WRITE}, which says what is there
     */
    void give(App app, Waiting user) {
        add(app, user.username());
        confirmations.end(app, user.sub());
    }

    /**
     * As {@link #give}, to somebody whom a trigger of the pool has confirmed when he signed up.
     *
     * @throws ProblemException {@code PARTIAL_WRITE}
     */
    void giveAtOnce(App app, String sub) {
        confirmations.begin(app, sub);
        give(app, new Waiting(sub, sub));
    }

    private void add(App app, String username) {
        List<String> done = new ArrayList<>();
        for (String group : app.defaultGroups()) {
            try {
                groups.add(app, username, group);
                done.add(group);
            } catch (ProblemException e) {
                throw e.as(
                        ProblemType.PARTIAL_WRITE,
                        "The user is confirmed and in the groups " + done
                                + ", but not in the others. Repeat the confirmation: it finishes this.");
            }
        }
    }
}
