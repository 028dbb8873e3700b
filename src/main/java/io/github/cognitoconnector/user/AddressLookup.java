package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address is somebody else's. Where users sign in by it, {@code A@x} and {@code a@X} are one, in pools whose
 * usernames are case-sensitive too; Cognito itself would let both in there. Cognito's list is eventually consistent, so that
 * of two who ask in the same second both may be told that it is free; Cognito's own check follows.
 */
@ApplicationScoped
class AddressLookup {

    private static final List<String> ADDRESSES = List.of("email", "phone_number");

    private final CognitoUsers users;
    private final UserPools pools;
    private final Attempt attempt;

    AddressLookup(CognitoUsers users, UserPools pools, Attempt attempt) {
        this.users = users;
        this.pools = pools;
        this.attempt = attempt;
    }

    /**
     * One upstream call for each address that users of the pool sign in by.
     *
     * @throws ProblemException {@code ALIAS_EXISTS}
     */
    void checkFree(App app, NewUser wanted) {
        PoolSettings pool = pools.settings(app);
        FieldErrors taken = new FieldErrors();
        for (String name : ADDRESSES) {
            String given = wanted.attributes().get(name);
            String value = given == null && pool.signInAttributes().contains(name) ? wanted.username() : given;
            check(app, name, value, given == null ? "/username" : "/attributes/" + name, mine(wanted), taken);
        }
        taken.check();
    }

    /**
     * @param changes attributes that are to change, blank where they are to be deleted
     * @throws ProblemException {@code ALIAS_EXISTS}
     */
    void checkFree(App app, User user, Map<String, String> changes) {
        FieldErrors taken = new FieldErrors();
        for (String name : ADDRESSES) {
            Predicate<User> same = found -> found.username().equals(user.username());
            check(app, name, claimed(user, changes, name), "/attributes/" + name, same, taken);
        }
        taken.check();
    }

    /** The address that the user is to have, or that he has and that is to count as his own from now on. */
    private static @Nullable String claimed(User user, Map<String, String> changes, String name) {
        boolean verified = "true".equals(changes.get(name + "_verified"));
        return changes.getOrDefault(name, verified ? user.attributes().get(name) : null);
    }

    /** What the lost attempt before this one has made is in nobody's way. */
    private Predicate<User> mine(NewUser wanted) {
        return found -> attempt.isRepeat() && LostCreate.isOurs(found, wanted, attempt.notBefore());
    }

    private void check(
            App app, String name, @Nullable String value, String pointer, Predicate<User> mine, FieldErrors taken) {
        PoolSettings pool = pools.settings(app);
        boolean signsIn =
                pool.signInAttributes().contains(name) || pool.aliasAttributes().contains(name);
        if (!signsIn || value == null || value.isBlank()) {
            return;
        }
        UserFilter filter = UserFilter.equalTo(name, value);
        if (filter.fits()
                && Pages.fill(2, null, (limit, token) -> users.list(app, filter, limit, token)).items().stream()
                        .anyMatch(mine.negate())) {
            taken.add(ProblemType.ALIAS_EXISTS, pointer, "Another user of the pool has this address.");
        }
    }
}
