package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.job.RowOutcome;
import io.github.cognitoconnector.job.RowResult;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.user.LockoutService;
import io.github.cognitoconnector.user.User;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import io.github.cognitoconnector.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What is done to one user, and whether it was so already. Each is a look at him and one upstream call, and repeatable. */
@ApplicationScoped
class UserOperations {

    private final UserFinder finder;
    private final UserService users;
    private final LockoutService lockouts;
    private final Attempt attempt;

    UserOperations(UserFinder finder, UserService users, LockoutService lockouts, Attempt attempt) {
        this.finder = finder;
        this.users = users;
        this.lockouts = lockouts;
        this.attempt = attempt;
    }

    /** Of somebody whose username is known; who is gone needs nothing. */
    RowResult disable(App app, String username) {
        return unlessGone(() -> disable(app, new UserRef.Username(username)), RowOutcome.UNCHANGED);
    }

    /** Of somebody whose username is known; who is gone needs nothing. */
    RowResult delete(App app, String username) {
        return unlessGone(() -> delete(app, new UserRef.Username(username)), RowOutcome.UNCHANGED);
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    RowResult disable(App app, UserRef user) {
        return change(app, user, found -> !found.enabled(), lockouts::disable);
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code FORBIDDEN} */
    RowResult enable(App app, UserRef user) {
        return change(app, user, User::enabled, users::enable);
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    RowResult signOut(App app, UserRef user) {
        return change(app, user, found -> false, lockouts::signOut);
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    RowResult delete(App app, UserRef user) {
        if (!attempt.isRepeat()) {
            return deleted(app, user);
        }
        // Whoever is gone when it is tried again was deleted by the try before.
        return unlessGone(() -> deleted(app, user), RowOutcome.DELETED);
    }

    /** What a change is that has found something to do or not; of a repeat the first attempt may have done it. */
    RowResult updated(boolean changed) {
        return RowResult.of(changed || attempt.isRepeat() ? RowOutcome.UPDATED : RowOutcome.UNCHANGED);
    }

    private RowResult deleted(App app, UserRef user) {
        lockouts.delete(app, finder.get(app, user));
        return RowResult.of(RowOutcome.DELETED);
    }

    private RowResult change(App app, UserRef ref, Predicate<User> so, BiConsumer<App, User> operation) {
        User user = finder.get(app, ref);
        if (so.test(user) && !attempt.isRepeat()) {
            return RowResult.of(RowOutcome.UNCHANGED);
        }
        // What was begun before is done once more: the user's tokens may be good here still.
        operation.accept(app, user);
        return RowResult.of(RowOutcome.UPDATED);
    }

    /** Something that has an outcome. */
    @FunctionalInterface
    private interface Work {
        RowResult run();
    }

    private static RowResult unlessGone(Work work, RowOutcome gone) {
        try {
            return work.run();
        } catch (ProblemException e) {
            if (e.type() != ProblemType.USER_NOT_FOUND) {
                throw e;
            }
            return RowResult.of(gone);
        }
    }
}
