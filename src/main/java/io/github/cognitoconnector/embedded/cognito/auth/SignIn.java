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

/** Who may sign in at all, and what a proven password leads to. */
final class SignIn {

    private final NewPasswords newPasswords;
    private final Admission admission;
    private final InstantSource clock;

    SignIn(NewPasswords newPasswords, Admission admission, InstantSource clock) {
        this.newPasswords = newPasswords;
        this.admission = admission;
        this.clock = clock;
    }

    ObjectNode withPassword(Attempt attempt, String username, String password) {
        User user = attempt.pool().users().find(username).orElseThrow(() -> unknown(attempt.client()));
        checkState(user);
        Credential credential = user.standing().credential();
        if (credential == null || !attempt.pool().matches(user, credential.password(), password)) {
            throw wrong();
        }
        return proven(attempt, user);
    }

    /** Contract row 25. */
    static Refusal unknown(AppClient client) {
        return client.revealsUserExistence() ? Accounts.missing() : wrong();
    }

    static Refusal wrong() {
        return Refusal.notAuthorized("Incorrect username or password.");
    }

    /** Refuses a user whom no password lets in (contract rows 10 and 13). */
    static void checkState(User user) {
        if (!user.standing().enabled()) {
            throw Refusal.notAuthorized("User is disabled.");
        }
        if (user.status() == UserStatus.RESET_REQUIRED) {
            throw new Refusal("PasswordResetRequiredException", "Password reset required for the user");
        }
    }

    /** The way on for a user who has proven to know the password. */
    ObjectNode proven(Attempt attempt, User user) {
        Credential credential = user.standing().credential();
        Instant expiry = credential == null ? null : credential.expiresAt();
        if (expiry != null && clock.instant().isAfter(expiry)) {
            throw Refusal.notAuthorized("Temporary password has expired and must be reset by an administrator.");
        }
        return switch (user.status()) {
            case UNCONFIRMED -> throw new Refusal("UserNotConfirmedException", "User is not confirmed.");
            case FORCE_CHANGE_PASSWORD -> newPasswords.demand(attempt, user);
            case CONFIRMED, RESET_REQUIRED, EXTERNAL_PROVIDER -> admission.admit(attempt, user);
        };
    }
}
