package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.util.List;

/** AdminSetUserPassword and AdminResetUserPassword. */
public final class UserPasswords {

    private final Accounts accounts;
    private final Mailings mailings;
    private final Codes codes;

    public UserPasswords(Accounts accounts, Mailings mailings, Codes codes) {
        this.accounts = accounts;
        this.mailings = mailings;
        this.codes = codes;
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

    /** Contract row 12; a code with which a forgotten password could be set is of no use afterwards. */
    private void set(Input input) {
        String password = input.text("Password");
        User changed = accounts.change(input, (pool, user, now) -> {
            if (input.flag("Permanent")) {
                return PermanentPassword.set(pool, user, password, now);
            }
            pool.settings().policy().check(password);
            Standing temporary = temporary(pool, user.username(), password, now)
                    .enabled(user.standing().enabled());
            return PermanentPassword.replaced(pool, user, temporary, now);
        });
        codes.forget(changed.sub(), Purpose.PASSWORD_RESET);
    }

    /**
     * Contract row 13. Sign-ins last: AWS's documentation speaks of the status and the code alone, and GetUser declares
     * {@code PasswordResetRequiredException}, which only who still has a token can see. Until the password is set anew
     * the tokens are of no use.
     */
    private void reset(Input input) {
        accounts.change(input, (pool, user, now) -> {
            if (user.status() != UserStatus.CONFIRMED) {
                throw Recovery.wrongState();
            }
            Mailings.Destination to = Recovery.destination(pool, user).orElseThrow(Recovery::noAddress);
            mailings.sendCode(Purpose.PASSWORD_RESET, pool, user, to);
            Standing reset =
                    new Standing(UserStatus.RESET_REQUIRED, user.standing().enabled(), null);
            return PermanentPassword.replaced(pool, user, reset, now);
        });
    }
}
