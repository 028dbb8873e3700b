package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.util.List;

/** AdminSetUserPassword and AdminResetUserPassword. */
public final class UserPasswords {

    private final Accounts accounts;
    private final Mailings mailings;
    private final Sessions sessions;

    public UserPasswords(Accounts accounts, Mailings mailings, Sessions sessions) {
        this.accounts = accounts;
        this.mailings = mailings;
        this.sessions = sessions;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminSetUserPassword",
                        silent(this::set),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        required("Password", Shapes.PASSWORD),
                        optional("Permanent", Shapes.FLAG)),
                Operation.signed(
                        "AdminResetUserPassword",
                        silent(this::reset),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        optional("ClientMetadata", Shapes.CLIENT_METADATA)));
    }

    /** The sign-in with a password that has to be changed within the policy's days. */
    public static Standing temporary(UserPool pool, String username, String password, Instant now) {
        Instant expiry = now.plus(pool.settings().policy().temporaryValidity());
        return new Standing(
                UserStatus.FORCE_CHANGE_PASSWORD, true, new Credential(pool.hash(username, password), expiry));
    }

    /** The sign-in with a password that the user keeps. */
    public static Standing permanent(UserPool pool, String username, String password) {
        return new Standing(UserStatus.CONFIRMED, true, new Credential(pool.hash(username, password), null));
    }

    private void set(Input input) {
        String password = input.text("Password");
        accounts.change(input, (pool, user, now) -> {
            pool.settings().policy().check(password);
            Standing standing = input.flag("Permanent")
                    ? permanent(pool, user.username(), password)
                    : temporary(pool, user.username(), password, now);
            return user.with(standing.enabled(user.standing().enabled()), now);
        });
    }

    /** Contract row 13. */
    private void reset(Input input) {
        User reset = accounts.change(input, (pool, user, now) -> {
            if (user.status() != UserStatus.CONFIRMED) {
                throw Refusal.notAuthorized("User password cannot be reset in the current state.");
            }
            Mailings.Destination to = Mailings.verified(user)
                    .orElseThrow(() -> Refusal.invalidParameter("Cannot reset password for the user as there is no"
                            + " registered/verified email or phone_number"));
            mailings.sendCode(Purpose.PASSWORD_RESET, pool, user, to);
            return user.with(
                    new Standing(UserStatus.RESET_REQUIRED, user.standing().enabled(), null), now);
        });
        sessions.endAll(reset.sub());
    }
}
