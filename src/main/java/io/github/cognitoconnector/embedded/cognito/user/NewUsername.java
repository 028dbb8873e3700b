package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.SignInRules;
import io.github.cognitoconnector.embedded.cognito.pool.Schema;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Optional;

/**
 * The username asked for, judged by the pool's rules (contract rows 2 and 3).
 *
 * @param signInAttribute the attribute that takes the given text where users sign in by an address
 */
record NewUsername(String given, Optional<String> signInAttribute) {

    /**
     * @throws Refusal {@code InvalidParameterException} for a text that the pool does not take as a username
     */
    static NewUsername of(SignInRules rules, String given) {
        boolean email = Schema.looksLikeEmail(given);
        boolean phone = Schema.looksLikePhoneNumber(given);
        if (rules.usernameAttributes().isEmpty()) {
            refuseAliasShape(rules, email, phone);
            return new NewUsername(given, Optional.empty());
        }
        if (email && rules.usernameAttributes().contains("email")) {
            return new NewUsername(given, Optional.of("email"));
        }
        if (phone && rules.usernameAttributes().contains("phone_number")) {
            return new NewUsername(given, Optional.of("phone_number"));
        }
        throw Refusal.invalidParameter(wanted(rules));
    }

    private static String wanted(SignInRules rules) {
        if (rules.usernameAttributes().size() > 1) {
            return "Username should be either an email or a phone number.";
        }
        return rules.usernameAttributes().contains("email")
                ? "Username should be an email."
                : "Username should be a phone number.";
    }

    private static void refuseAliasShape(SignInRules rules, boolean email, boolean phone) {
        if (email && rules.aliasAttributes().contains("email")) {
            throw Refusal.invalidParameter(
                    "Username cannot be of email format, since user pool is configured for email alias.");
        }
        if (phone && rules.aliasAttributes().contains("phone_number")) {
            throw Refusal.invalidParameter(
                    "Username cannot be of phone number format, since user pool is configured for phone number alias.");
        }
    }

    /** The username that is kept: the given one, or the sub where users sign in by an address. */
    String stored(String sub) {
        return signInAttribute.isPresent() ? sub : given;
    }
}
