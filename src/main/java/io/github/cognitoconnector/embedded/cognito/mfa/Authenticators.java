package io.github.cognitoconnector.embedded.cognito.mfa;

import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Authenticator;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.OptionalLong;

/** The authenticator of a user: set up, verified by a first code, and asked for one at every sign-in. */
public final class Authenticators {

    private final Accounts accounts;

    public Authenticators(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A new secret for the user; an authenticator that is verified stays until the new one is.
     *
     * @throws Refusal {@code SoftwareTokenMFANotFoundException} where the pool admits no authenticators
     */
    public String associate(UserPool pool, String sub) {
        if (!MfaPolicy.of(pool).admits(Factor.SOFTWARE_TOKEN_MFA)) {
            throw notFound("Software Token MFA has not been enabled by the userPool.");
        }
        String secret = Totp.newSecret();
        accounts.change(
                pool,
                sub,
                (same, user, now) -> with(user, user.security().factors().settingUp(secret)));
        return secret;
    }

    /**
     * Takes the first code of the authenticator that is being set up. Where a second factor is required it is switched
     * on at once, elsewhere the user or an administrator does that.
     *
     * @param name what the user calls it; may be empty
     * @throws Refusal {@code SoftwareTokenMFANotFoundException} if none is being set up; {@code
     *     EnableSoftwareTokenMFAException} for a wrong code
     */
    public User verify(UserPool pool, String sub, String code, String name) {
        boolean required = MfaPolicy.of(pool).required();
        return accounts.change(pool, sub, (same, user, now) -> {
            SecondFactors factors = user.security().factors();
            String secret = factors.pendingSecret();
            if (secret == null) {
                throw missing();
            }
            OptionalLong step = Totp.step(secret, code, now);
            if (step.isEmpty()) {
                throw new Refusal("EnableSoftwareTokenMFAException", "Code mismatch");
            }
            SecondFactors verified = factors.with(new Authenticator(secret, name, step.getAsLong()));
            return with(user, required ? verified.enabled(Factor.SOFTWARE_TOKEN_MFA, true) : verified);
        });
    }

    /**
     * Uses a code up.
     *
     * @throws Refusal {@code CodeMismatchException}; {@code ExpiredCodeException} for a code that was good once; {@code
     *     SoftwareTokenMFANotFoundException} for a user without a verified authenticator
     */
    public User use(UserPool pool, String sub, String code) {
        return accounts.change(pool, sub, (same, user, now) -> {
            Authenticator authenticator = user.security().factors().authenticator();
            if (authenticator == null) {
                throw missing();
            }
            OptionalLong step = Totp.step(authenticator.secret(), code, now);
            if (step.isEmpty()) {
                throw new Refusal("CodeMismatchException", "Invalid code received for user");
            }
            if (step.getAsLong() <= authenticator.lastStep()) {
                throw new Refusal("ExpiredCodeException", "Your software token has already been used once.");
            }
            return with(user, user.security().factors().usedAt(step.getAsLong()));
        });
    }

    /** Signing in and setting up are no changes of the user that {@code UserLastModifiedDate} tells. */
    private static User with(User user, SecondFactors factors) {
        return user.with(user.security().with(factors), user.modifiedAt());
    }

    public static Refusal missing() {
        return notFound("Software Token MFA does not exist for the user.");
    }

    private static Refusal notFound(String message) {
        return new Refusal("SoftwareTokenMFANotFoundException", message);
    }
}
