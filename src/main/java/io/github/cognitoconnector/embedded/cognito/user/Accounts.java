package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Finds the user that a request means, and changes users under the lock of their pool. */
public final class Accounts {

    private final Pools pools;
    private final InstantSource clock;

    public Accounts(Pools pools, InstantSource clock) {
        this.pools = pools;
        this.clock = clock;
    }

    /** What becomes of a user; the result may be the same user. */
    @FunctionalInterface
    public interface Change {
        User apply(UserPool pool, User user, Instant now);
    }

    public UserPool pool(Input input) {
        return pools.of(input);
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * The user that {@code Username} means: a username, a sub or an active alias.
     *
     * @throws Refusal {@code UserNotFoundException}
     */
    public User get(UserPool pool, Input input) {
        return pool.users().find(input.text("Username")).orElseThrow(Accounts::missing);
    }

    public static Refusal missing() {
        return new Refusal("UserNotFoundException", "User does not exist.");
    }

    /**
     * Contract row 10.
     *
     * @throws Refusal {@code NotAuthorizedException} for a user who is disabled
     */
    public static void checkEnabled(User user) {
        if (!user.standing().enabled()) {
            throw Refusal.notAuthorized("User is disabled.");
        }
    }

    /** Applies the change to the user that the request means and answers the user as it is then. */
    public User change(Input input, Change change) {
        UserPool pool = pool(input);
        return pool.change(() -> replace(pool, get(pool, input), change));
    }

    /** Applies the change to the user with this sub, if it is still there. */
    public User change(UserPool pool, String sub, Change change) {
        return pool.change(() -> replace(pool, pool.users().withSub(sub).orElseThrow(Accounts::missing), change));
    }

    private User replace(UserPool pool, User before, Change change) {
        User after = change.apply(pool, before, now());
        checkUncontested(pool, before, after);
        pool.users().replace(before, after);
        return after;
    }

    /**
     * Keeps two users from signing in with the same address or name (contract rows 2 and 3), whatever changed: the value,
     * the mark that it is verified, or the state of the user.
     *
     * @throws Refusal {@code AliasExistsException}
     */
    public static void checkUncontested(UserPool pool, User before, User after) {
        pool.users().contested(before, after).ifPresent(attribute -> {
            throw CreateUser.aliasExists(attribute);
        });
    }

    /** Un-verifies the address of whoever else signs in with it, so that the alias is free (contract row 9). */
    public static void takeAlias(UserPool pool, User taker, Instant now) {
        for (String attribute : List.of("email", "phone_number")) {
            if (taker.attributes().isTrue(attribute + "_verified")
                    && pool.users().signsIn(taker, attribute)) {
                taker.value(attribute)
                        .flatMap(value -> pool.users().signingInWith(attribute, value))
                        .filter(other -> !other.sub().equals(taker.sub()))
                        .ifPresent(other -> pool.users().replace(other, unverified(other, attribute, now)));
            }
        }
    }

    private static User unverified(User user, String attribute, Instant now) {
        return user.with(user.attributes().with(Map.of(attribute + "_verified", "false")), now);
    }
}
