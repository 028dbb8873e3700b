package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** AdminEnableUser, AdminDisableUser, AdminDeleteUser, AdminUserGlobalSignOut. */
public final class UserLifecycle {

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountRemoval removal;

    public UserLifecycle(Accounts accounts, Sessions sessions, AccountRemoval removal) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.removal = removal;
    }

    public List<Operation> operations() {
        return List.of(
                of("AdminEnableUser", input -> enable(input, true)),
                of("AdminDisableUser", this::disable),
                of("AdminDeleteUser", this::delete),
                of("AdminUserGlobalSignOut", this::signOut));
    }

    private static Operation of(String name, Operation.SilentAction action) {
        Member pool = required("UserPoolId", Shapes.USER_POOL_ID);
        return Operation.signed(name, silent(action), pool, required("Username", Shapes.USERNAME));
    }

    private User enable(Input input, boolean enabled) {
        return accounts.change(
                input, (pool, user, now) -> user.with(user.standing().enabled(enabled), now));
    }

    private void disable(Input input) {
        sessions.endAll(enable(input, false).sub());
    }

    private void delete(Input input) {
        UserPool pool = accounts.pool(input);
        removal.remove(pool, () -> accounts.get(pool, input));
    }

    private void signOut(Input input) {
        sessions.endAll(accounts.get(accounts.pool(input), input).sub());
    }
}
