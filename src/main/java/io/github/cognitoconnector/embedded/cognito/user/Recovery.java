package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.pool.Schema;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Locale;
import java.util.Optional;

/** Where the code goes with which a user sets a forgotten password. */
public final class Recovery {

    private static final int LETTERS = 26;

    private Recovery() {}

    /**
     * The first address that the pool's {@code AccountRecoverySetting} allows and the user has proven to own. Where it
     * is stated, a number that serves as a second factor does not count.
     *
     * @throws Refusal {@code NotAuthorizedException} where only administrators reset passwords
     */
    public static Optional<Destination> destination(UserPool pool, User user) {
        AccountRules rules = AccountRules.of(pool);
        if (rules.administratorsRecoverOnly()) {
            throw Refusal.notAuthorized("Contact administrator to reset password.");
        }
        boolean numberIsFactor =
                rules.statesRecovery() && user.security().factors().enabled().contains(Factor.SMS_MFA);
        return rules.recoveryMediums().stream()
                .filter(medium -> medium != Medium.SMS || !numberIsFactor)
                .filter(medium -> user.attributes().isTrue(medium.attribute() + "_verified"))
                .flatMap(medium -> Mailings.destination(user, medium).stream())
                .findFirst();
    }

    /** Contract row 13. */
    public static Refusal noAddress() {
        return Refusal.invalidParameter(
                "Cannot reset password for the user as there is no registered/verified email or phone_number");
    }

    /** Contract row 13. */
    public static Refusal wrongState() {
        return Refusal.notAuthorized("User password cannot be reset in the current state.");
    }

    /** Where nothing is sent for a name that nobody has: the same place each time (contract row 25). */
    public static Destination simulated(UserPool pool, String name) {
        if (Schema.looksLikeEmail(name)) {
            return new Destination(Medium.EMAIL, name);
        }
        if (Schema.looksLikePhoneNumber(name)) {
            return new Destination(Medium.SMS, name);
        }
        AccountRules rules = AccountRules.of(pool);
        int hash = (pool.id() + name.toLowerCase(Locale.ROOT)).hashCode();
        return rules.autoVerifies(Medium.SMS) && !rules.autoVerifies(Medium.EMAIL)
                ? new Destination(Medium.SMS, "+%011d".formatted(hash & Integer.MAX_VALUE))
                : new Destination(Medium.EMAIL, letter(hash) + "@" + letter(hash / LETTERS));
    }

    private static String letter(int number) {
        return String.valueOf((char) ('a' + Math.floorMod(number, LETTERS)));
    }
}
