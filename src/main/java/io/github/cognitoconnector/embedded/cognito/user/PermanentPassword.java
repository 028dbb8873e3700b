package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.PasswordHash;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Passwords that users keep, and what the pool remembers of those they had. Temporary ones are not remembered. */
public final class PermanentPassword {

    private PermanentPassword() {}

    /**
     * The user, confirmed, with a new password.
     *
     * @throws Refusal {@code InvalidPasswordException} or {@code PasswordHistoryPolicyViolationException}
     */
    public static User set(UserPool pool, User user, String password, Instant now) {
        pool.settings().policy().check(password);
        boolean used = remembered(pool, user).stream().anyMatch(hash -> pool.matches(user, hash, password));
        if (used) {
            throw new Refusal("PasswordHistoryPolicyViolationException", "Password has previously been used.");
        }
        Standing standing = UserPasswords.permanent(pool, user.username(), password);
        return replaced(pool, user, standing.enabled(user.standing().enabled()), now);
    }

    /** The user with other means to sign in; a permanent password that goes is remembered. */
    public static User replaced(UserPool pool, User user, Standing standing, Instant now) {
        List<PasswordHash> remembered = remembered(pool, user);
        return user.with(user.security().withFormerPasswords(remembered), now).with(standing, now);
    }

    private static List<PasswordHash> remembered(UserPool pool, User user) {
        return Stream.concat(current(user), user.security().formerPasswords().stream())
                .limit(AccountRules.of(pool).rememberedPasswords())
                .toList();
    }

    private static Stream<PasswordHash> current(User user) {
        Credential credential = user.standing().credential();
        return credential == null || credential.expiresAt() != null ? Stream.empty() : Stream.of(credential.password());
    }
}
