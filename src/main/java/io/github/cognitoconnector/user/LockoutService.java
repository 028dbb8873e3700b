package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.group.PoolTurns;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.ETags;
import io.github.cognitoconnector.security.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ends what users may do: at Cognito, and here, where their tokens would be good until they expire. Each costs a look at the
 * user, for his {@code sub}, and one upstream call.
 */
@ApplicationScoped
public class LockoutService {

    private final CognitoUsers users;
    private final UserFinder finder;
    private final Revocations revocations;
    private final PoolTurns turns;
    private final Clock clock;

    LockoutService(CognitoUsers users, UserFinder finder, Revocations revocations, PoolTurns turns, Clock clock) {
        this.users = users;
        this.finder = finder;
        this.revocations = revocations;
        this.turns = turns;
        this.clock = clock;
    }

    /** Cognito's part; answers when it was done by Cognito's clock. */
    @FunctionalInterface
    private interface Lockout {
        Instant of(App app, String username);
    }

    /**
     * Keeps the user from signing in. Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}
     */
    void disable(App app, UserRef user) {
        end(app, finder.get(app, user), users::disable);
    }

    /** As {@link #disable(App, UserRef)}, of one who was looked at. */
    public void disable(App app, User user) {
        end(app, user, users::disable);
    }

    /** As {@link #delete(App, UserRef, String)} in whatever state, of one who was looked at. */
    public void delete(App app, User user) {
        remove(app, user);
    }

    /** As {@link #signOut(App, UserRef)}, of one who was looked at. */
    public void signOut(App app, User user) {
        end(app, user, users::signOut);
    }

    /**
     * Ends the user's sign-ins; he may sign in again. Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}
     */
    void signOut(App app, UserRef user) {
        end(app, finder.get(app, user), users::signOut);
    }

    /**
     * Deletes for good.
     *
     * @param ifMatch null to delete whatever state the user is in
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code STALE}
     */
    void delete(App app, UserRef user, @Nullable String ifMatch) {
        User seen = finder.get(app, user);
        ETags.check(ifMatch, seen.etag());
        if (ifMatch == null) {
            remove(app, seen);
            return;
        }
        turns.take(app, "user", String.valueOf(seen.sub()), () -> {
            User current = users.get(app, seen.username());
            ETags.check(ifMatch, current.etag());
            remove(app, current);
            return true;
        });
    }

    private void remove(App app, User user) {
        revoke(app, user, clock.instant()); // a repeat would find nobody whose tokens to revoke
        end(app, user, this::delete);
    }

    /** A user who is gone when the request is repeated was deleted by its first try. */
    private Instant delete(App app, String username) {
        try {
            return users.delete(app, username);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.USER_NOT_FOUND || !CognitoCalls.followsARepeat(e)) {
                throw e;
            }
            return clock.instant();
        }
    }

    private void end(App app, User user, Lockout lockout) {
        try {
            revoke(app, user, lockout.of(app, user.username()));
        } catch (ProblemException e) {
            if (CognitoCalls.outcomeUnknown(e) || CognitoCalls.followsARepeat(e)) {
                revoke(app, user, clock.instant());
            }
            throw e;
        }
    }

    private void revoke(App app, User user, Instant until) {
        if (user.sub() != null) {
            revocations.revoke(app.userPoolId(), user.sub(), until);
        }
    }
}
