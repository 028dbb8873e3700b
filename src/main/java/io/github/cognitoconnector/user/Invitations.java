package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** How long temporary passwords are good, by the pool's remembered settings. */
@ApplicationScoped
class Invitations {

    private final UserPools pools;

    Invitations(UserPools pools) {
        this.pools = pools;
    }

    /**
     * The user with the end of his invitation, if he has one; no upstream call while the pool's settings are remembered.
     *
     * @throws ProblemException as every call
     */
    User on(App app, User user) {
        return user.isInvited() ? user.withInvitationUntil(expiry(app, user.updatedAt())) : user;
    }

    /** As {@link #on(App, User)}, for each of them. */
    Page<User> on(App app, Page<User> users) {
        return new Page<>(users.items().stream().map(user -> on(app, user)).toList(), users.nextCursor());
    }

    /** The end of a temporary password that was set at this moment. */
    Instant expiry(App app, Instant set) {
        return set.plus(Duration.ofDays(pools.settings(app).passwordPolicy().temporaryPasswordValidityDays()));
    }
}
