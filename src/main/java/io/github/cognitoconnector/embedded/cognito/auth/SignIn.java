package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Who may sign in at all, and what a proven password leads to. */
final class SignIn {

    private final NewPasswords newPasswords;
    private final Admission admission;
    private final Lockouts lockouts;
    private final InstantSource clock;

    SignIn(NewPasswords newPasswords, Admission admission, Lockouts lockouts, InstantSource clock) {
        this.newPasswords = newPasswords;
        this.admission = admission;
        this.lockouts = lockouts;
        this.clock = clock;
    }

    ObjectNode withPassword(Attempt attempt, String username, String password) {
        Optional<User> user = attempt.pool().users().signingIn(username);
        if (user.isEmpty()) {
            throw nobody(attempt, username);
        }
        Credential credential = user.get().standing().credential();
        return withProof(
                attempt,
                user.get(),
                () -> credential != null && attempt.pool().matches(user.get(), credential.password(), password));
    }

    /**
     * Judges the password of a user who exists. An unconfirmed user is told so before the password is looked at, a
     * disabled one only behind the right password, as AWS does.
     *
     * @param proof whether the password is right; not asked during a lockout
     */
    ObjectNode withProof(Attempt attempt, User user, BooleanSupplier proof) {
        checkState(user);
        String who = Lockouts.who(attempt, user.sub());
        lockouts.check(who);
        if (!proof.getAsBoolean()) {
            lockouts.failed(who);
            throw wrong();
        }
        return proven(attempt, user);
    }

    /** The refusal of a name that nobody has; where that is hidden, it counts like a user's (contract row 25). */
    Refusal nobody(Attempt attempt, String username) {
        if (!attempt.client().revealsUserExistence()) {
            String who = Lockouts.who(attempt, username.toLowerCase(Locale.ROOT));
            lockouts.check(who);
            lockouts.failed(who);
        }
        return unknown(attempt.client());
    }

    /** Contract row 25. */
    static Refusal unknown(AppClient client) {
        return client.revealsUserExistence() ? Accounts.missing() : wrong();
    }

    static Refusal wrong() {
        return Refusal.notAuthorized("Incorrect username or password.");
    }

    /** Refuses a user whom no password lets in (contract row 13). */
    private static void checkState(User user) {
        if (user.status() == UserStatus.UNCONFIRMED) {
            throw new Refusal("UserNotConfirmedException", "User is not confirmed.");
        }
        if (user.status() == UserStatus.RESET_REQUIRED) {
            throw new Refusal("PasswordResetRequiredException", "Password reset required for the user");
        }
    }

    /** The way on for a user who has proven to know the password. */
    private ObjectNode proven(Attempt attempt, User user) {
        Accounts.checkEnabled(user);
        Credential credential = user.standing().credential();
        Instant expiry = credential == null ? null : credential.expiresAt();
        if (expiry != null && clock.instant().isAfter(expiry)) {
            throw Refusal.notAuthorized("Temporary password has expired and must be reset by an administrator.");
        }
        return user.status() == UserStatus.FORCE_CHANGE_PASSWORD
                ? newPasswords.demand(attempt, user)
                : admission.admit(attempt, user);
    }
}
