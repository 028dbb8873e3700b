package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import java.util.function.Supplier;

/** Deletes users and all that is kept of them elsewhere (contract row 11). */
public final class AccountRemoval {

    private final Sessions sessions;
    private final Codes codes;

    public AccountRemoval(Sessions sessions, Codes codes) {
        this.sessions = sessions;
        this.codes = codes;
    }

    /**
     * Deletes a user.
     *
     * @param whom asked under the pool's lock, so that of two who delete the same user one is refused
     */
    public void remove(UserPool pool, Supplier<User> whom) {
        User gone = pool.change(() -> {
            User user = whom.get();
            pool.memberships().removeUser(user);
            pool.users().remove(user);
            return user;
        });
        sessions.endAll(gone.sub());
        codes.forget(gone.sub());
    }
}
