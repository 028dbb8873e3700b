package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.directory.PasswordHash;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.message.Message;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
                        required("Username", Shapes.USERNAME)));
    }

    /** The sign-in with a password that has to be changed within the policy's days. */
    static Standing temporary(UserPool pool, String password, boolean enabled, Instant now) {
        Instant expiry = now.plus(pool.settings().policy().temporaryValidity());
        return new Standing(
                UserStatus.FORCE_CHANGE_PASSWORD, enabled, new Credential(PasswordHash.of(password), expiry));
    }

    /** The sign-in with a password that the user keeps. */
    public static Standing permanent(String password, boolean enabled) {
        return new Standing(UserStatus.CONFIRMED, enabled, new Credential(PasswordHash.of(password), null));
    }

    private void set(Input input) {
        String password = input.text("Password");
        accounts.change(input, (pool, user, now) -> {
            pool.settings().policy().check(password);
            boolean enabled = user.standing().enabled();
            return user.with(
                    input.flag("Permanent") ? permanent(password, enabled) : temporary(pool, password, enabled, now),
                    now);
        });
    }

    /** Contract row 13. */
    private void reset(Input input) {
        User reset = accounts.change(input, (pool, user, now) -> {
            if (user.status() != UserStatus.CONFIRMED) {
                throw Refusal.notAuthorized("User password cannot be reset in the current state.");
            }
            Message.Medium medium = verifiedMedium(user);
            mailings.sendCode(
                    Message.Kind.PASSWORD_RESET,
                    medium,
                    mailings.to(pool, user, user.value(medium.attribute()).orElse("")));
            return user.with(
                    new Standing(UserStatus.RESET_REQUIRED, user.standing().enabled(), null), now);
        });
        sessions.endAll(reset.sub());
    }

    private static Message.Medium verifiedMedium(User user) {
        return Stream.of(Message.Medium.values())
                .filter(medium -> user.attributes().isTrue(medium.attribute() + "_verified"))
                .filter(medium -> user.value(medium.attribute()).isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.invalidParameter("Cannot reset password for the user as there is no"
                        + " registered/verified email or phone_number"));
    }
}
