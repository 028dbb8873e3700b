package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppDirectory;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nobody gives what he does not hold. A group carries the permissions that any app of the pool gives to its members, so all
 * of these apps are looked at, and not only the one that the request is about; each says for itself whether it minds.
 */
@ApplicationScoped
public class Escalation {

    private final AppDirectory apps;
    private final SecurityIdentity identity;

    Escalation(AppDirectory apps, SecurityIdentity identity) {
        this.apps = apps;
        this.identity = identity;
    }

    /** Whether any group of the pool carries permissions at all. */
    public boolean concerns(String userPoolId) {
        return apps.hasOperators(userPoolId);
    }

    /** @throws ProblemException {@code FORBIDDEN} if the caller does not hold all that the group carries */
    public void check(String userPoolId, String group) {
        @Nullable Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (caller == null || apps.granting(userPoolId, group).stream().anyMatch(app -> exceeds(app, group, caller))) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "The group carries permissions that you do not hold, so you cannot act on who is in it.");
        }
    }

    /**
     * Whether members of the group get any permission, from whichever app of the pool, and whether that app minds who gives
     * it or not.
     */
    public boolean carriesPermissions(String userPoolId, String group) {
        return apps.granting(userPoolId, group).stream()
                .anyMatch(app ->
                        !app.operatorGroups().getOrDefault(group, List.of()).isEmpty());
    }

    /**
     * Whoever gives an IAM role to a group gives what the role may do to all of its members, himself perhaps included.
     * Nobody here knows which roles a person holds, so a person gives none; a client acts for the app itself, and AWS asks
     * its credentials for {@code iam:PassRole}.
     *
     * @throws ProblemException {@code FORBIDDEN}
     */
    public void checkRole(App app) {
        @Nullable Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (caller == null || givesNoRole(app, caller)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "An IAM role is given to a group by the app or the platform, not by a person.");
        }
    }

    static boolean givesNoRole(App app, Caller caller) {
        return app.preventEscalation()
                && caller.kind() == Caller.Kind.PERSON
                && !caller.permissions(app).contains(Permission.APPS_ADMIN);
    }

    /** Who administers apps could give the permissions to himself. */
    static boolean exceeds(App app, String group, Caller caller) {
        Set<String> held = caller.permissions(app);
        if (!app.preventEscalation() || held.contains(Permission.APPS_ADMIN)) {
            return false;
        }
        return !caller.appScope().holds(app)
                || !held.containsAll(app.operatorGroups().get(group));
    }
}
