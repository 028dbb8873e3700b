package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import jakarta.enterprise.context.ApplicationScoped;

/** What is done to users who were found already, beside their attributes and groups. */
@ApplicationScoped
class UserLocks {

    private final CognitoUsers users;
    private final LockoutService lockouts;
    private final LostCreate lost;

    UserLocks(CognitoUsers users, LockoutService lockouts, LostCreate lost) {
        this.users = users;
        this.lockouts = lockouts;
        this.lost = lost;
    }

    /** One upstream call. */
    void set(App app, User user, boolean enabled) {
        if (enabled) {
            users.enable(app, user.username());
        } else {
            lockouts.disable(app, user);
        }
    }

    boolean isInNoOtherGroup(App app, User user, NewUser wanted) {
        return lost.isInNoOtherGroup(app, user, wanted);
    }

    /** One upstream call. */
    void givePassword(App app, User user, NewUser wanted) {
        lost.giveThePassword(app, wanted, user);
    }
}
