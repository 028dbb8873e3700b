package io.github.cognitoconnector.embedded.cognito.mfa;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What a request says about one factor; factors of which it says nothing stay as they are. AWS publishes neither the
 * error nor the words for contradictory requests and factors that the pool lacks; here they are invalid parameters.
 */
record Preference(Factor factor, boolean enabled, boolean preferred) {

    private static final Map<String, Factor> MEMBERS = Map.of(
            "SMSMfaSettings", Factor.SMS_MFA,
            "SoftwareTokenMfaSettings", Factor.SOFTWARE_TOKEN_MFA,
            "EmailMfaSettings", Factor.EMAIL_OTP);

    /**
     * What a request for a preference says.
     *
     * @throws Refusal {@code InvalidParameterException} if a preferred factor is not enabled, or two are preferred
     */
    static List<Preference> of(Input input) {
        if (input.members().path("WebAuthnMfaSettings").path("Enabled").asBoolean(false)) {
            throw Refusal.invalidParameter("User does not have delivery config set to turn on WEB_AUTHN");
        }
        List<Preference> all = MEMBERS.entrySet().stream()
                .filter(member -> input.has(member.getKey()))
                .map(member -> of(member.getValue(), input.members().path(member.getKey())))
                .toList();
        if (all.stream().anyMatch(one -> one.preferred && !one.enabled)) {
            throw Refusal.invalidParameter("An MFA method that is preferred must be enabled.");
        }
        if (all.stream().filter(Preference::preferred).count() > 1) {
            throw Refusal.invalidParameter("Only one MFA method can be preferred.");
        }
        return all;
    }

    private static Preference of(Factor factor, JsonNode settings) {
        return new Preference(
                factor,
                settings.path("Enabled").asBoolean(false),
                settings.path("PreferredMfa").asBoolean(false));
    }

    /** The user's factors as all the preferences leave them. */
    static SecondFactors apply(List<Preference> preferences, UserPool pool, User user) {
        SecondFactors factors = user.security().factors();
        for (Preference one : preferences) {
            if (one.enabled) {
                one.check(pool, user);
            }
            factors = factors.enabled(one.factor, one.enabled);
            if (one.preferred) {
                factors = factors.prefer(one.factor);
            } else if (factors.preferred() == one.factor) {
                factors = factors.prefer(null);
            }
        }
        return factors;
    }

    private void check(UserPool pool, User user) {
        if (!MfaPolicy.of(pool).admits(factor)) {
            throw Refusal.invalidParameter(factor + " is not enabled for the user pool.");
        }
        if (factor == Factor.SOFTWARE_TOKEN_MFA
                && user.security().factors().authenticator() == null
                && user.security().factors().pendingSecret() != null) {
            throw Refusal.invalidParameter("User has not verified software token mfa");
        }
        if (!MfaPolicy.isReady(user, factor)) {
            throw Refusal.invalidParameter("User does not have delivery config set to turn on " + factor);
        }
    }
}
