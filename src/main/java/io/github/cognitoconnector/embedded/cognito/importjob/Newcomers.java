package io.github.cognitoconnector.embedded.cognito.importjob;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Outcome;
import io.github.cognitoconnector.embedded.cognito.mfa.MfaPolicy;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.NewUsers;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Makes users of rows. */
public final class Newcomers {

    private static final Logger LOG = Logger.getLogger(Newcomers.class);
    private static final String TAKEN = "UsernameExistsException";
    private static final Map<String, String> PASSWORDLESS = Map.of("EMAIL_OTP", "email", "SMS_OTP", "phone_number");

    private final Accounts accounts;
    private final NewUsers newUsers;

    public Newcomers(Accounts accounts) {
        this.accounts = accounts;
        this.newUsers = new NewUsers(accounts);
    }

    /** Skips who is there already; an alias that somebody else has is a failure. The log names lines, no users. */
    Outcome add(UserPool pool, List<String> columns, String line, long number) {
        try {
            ImportRow row = ImportRow.of(pool, columns, line);
            pool.change(() -> add(pool, row));
            LOG.debugf("[SUCCEEDED] Line Number %d - The import succeeded.", number);
            return Outcome.IMPORTED;
        } catch (Refusal refusal) {
            boolean taken = refusal.code().equals(TAKEN);
            LOG.debugf("[%s] Line Number %d - %s", taken ? "SKIPPED" : "FAILED", number, refusal.text());
            return taken ? Outcome.SKIPPED : Outcome.FAILED;
        } catch (RuntimeException e) {
            LOG.errorf(e, "[FAILED] Line Number %d - The user could not be imported due to an internal error.", number);
            return Outcome.FAILED;
        }
    }

    private User add(UserPool pool, ImportRow row) {
        UserStatus status = entersWithoutPassword(pool, row) ? UserStatus.CONFIRMED : UserStatus.RESET_REQUIRED;
        User user = newUsers.add(
                pool,
                new NewUsers.Newcomer(
                        row.username(),
                        row.attributes(),
                        false,
                        (username, now) -> new Standing(status, true, null),
                        attribute -> new Refusal(TAKEN, "The user already exists.")));
        return row.secondFactor() ? withSecondFactor(pool, user) : user;
    }

    /** As AWS documents; everybody else has to reset a password that does not exist. */
    private static boolean entersWithoutPassword(UserPool pool, ImportRow row) {
        JsonNode factors =
                pool.settings().stated().path("Policies").path("SignInPolicy").path("AllowedFirstAuthFactors");
        for (JsonNode factor : factors) {
            if (row.attributes().containsKey(PASSWORDLESS.getOrDefault(factor.asText(), ""))) {
                return true;
            }
        }
        return false;
    }

    /** A number is the factor that an import can switch on; without one the user chooses later. */
    private User withSecondFactor(UserPool pool, User user) {
        if (!MfaPolicy.of(pool).admits(Factor.SMS_MFA) || !MfaPolicy.isReady(user, Factor.SMS_MFA)) {
            return user;
        }
        return accounts.change(
                pool,
                user.sub(),
                (where, before, now) -> before.with(
                        before.security().with(before.security().factors().enabled(Factor.SMS_MFA, true)), now));
    }
}
