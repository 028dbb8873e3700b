package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.DryRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Sets and deletes attributes of one user. */
@ApplicationScoped
class AttributeUpdate {

    private final CognitoUsers users;
    private final UserPools pools;
    private final AddressLookup addresses;
    private final Invitations invitations;
    private final DryRun dryRun;

    AttributeUpdate(
            CognitoUsers users, UserPools pools, AddressLookup addresses, Invitations invitations, DryRun dryRun) {
        this.users = users;
        this.pools = pools;
        this.addresses = addresses;
        this.invitations = invitations;
        this.dryRun = dryRun;
    }

    /** The user as Cognito has him now. */
    User current(App app, User seen) {
        return users.get(app, seen.username());
    }

    /**
     * @param asked attributes with their values, blank where one is to be deleted
     * @throws ProblemException as {@link UserUpdateService#update}
     */
    User update(App app, User current, Map<String, String> asked) {
        boolean changed = write(app, current, asked);
        return invitations.on(app, changed && !dryRun.isOn() ? current(app, current) : current);
    }

    /** As {@link #update}, without a look at what has become of him; false if nothing was different. */
    boolean write(App app, User current, Map<String, String> asked) {
        Map<String, String> changes = different(current, asked);
        check(app, current, asked, changes);
        if (changes.isEmpty()) {
            return false;
        }
        addresses.checkFree(app, current, changes);
        users.update(app, current.username(), changes);
        return true;
    }

    private void check(App app, User current, Map<String, String> asked, Map<String, String> changes) {
        PoolSettings pool = pools.settings(app);
        FieldErrors errors = new FieldErrors();
        errors.addAll(AttributeRules.errors(pool, asked));
        errors.addAll(AttributeRules.changeErrors(pool, current, changes));
        String email = changes.getOrDefault("email", "");
        if (!email.isEmpty()) {
            errors.collect(() -> EmailDomains.check(app, email, "/attributes/email"));
        }
        errors.check();
    }

    private static Map<String, String> different(User current, Map<String, String> asked) {
        Map<String, String> different = new TreeMap<>();
        asked.forEach((name, value) -> {
            if (!value.equals(current.attributes().getOrDefault(name, ""))) {
                different.put(name, value);
            }
        });
        return different;
    }
}
