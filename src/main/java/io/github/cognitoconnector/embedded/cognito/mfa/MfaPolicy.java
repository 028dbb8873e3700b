package io.github.cognitoconnector.embedded.cognito.mfa;

import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.MfaSettings;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a pool says about second factors.
 *
 * @param required whether nobody signs in without one
 * @param admitted those that its users may have; none where multi-factor authentication is off
 */
public record MfaPolicy(boolean required, Set<Factor> admitted) {

    public MfaPolicy {
        admitted = Set.copyOf(admitted);
    }

    /** Reads the members that SetUserPoolMfaConfig sets; a pool that can send SMS admits SMS as soon as it has MFA. */
    public static MfaPolicy of(UserPool pool) {
        MfaSettings settings = pool.settings().mfa();
        Set<Factor> admitted = EnumSet.noneOf(Factor.class);
        if (settings.mode() != MfaSettings.Mode.OFF) {
            if (settings.sms()) {
                admitted.add(Factor.SMS_MFA);
            }
            if (settings.softwareToken()) {
                admitted.add(Factor.SOFTWARE_TOKEN_MFA);
            }
            if (settings.email()) {
                admitted.add(Factor.EMAIL_OTP);
            }
        }
        return new MfaPolicy(settings.mode() == MfaSettings.Mode.ON, admitted);
    }

    public boolean admits(Factor factor) {
        return admitted.contains(factor);
    }

    /**
     * Those of a user's switched-on factors that the pool admits. Where a factor is required, a user who chose none has
     * the addresses that messages can go to; an authenticator has to be switched on.
     */
    public List<Factor> chosen(User user) {
        List<Factor> enabled = user.security().factors().enabled().stream()
                .filter(this::admits)
                .toList();
        if (!required || !enabled.isEmpty()) {
            return enabled;
        }
        return admitted.stream()
                .filter(factor -> factor != Factor.SOFTWARE_TOKEN_MFA && isReady(user, factor))
                .sorted()
                .toList();
    }

    /** Whether the user has what the factor needs: an address, or a verified authenticator. */
    public static boolean isReady(User user, Factor factor) {
        return switch (factor) {
            case SMS_MFA -> user.value("phone_number").isPresent();
            case EMAIL_OTP -> user.value("email").isPresent();
            case SOFTWARE_TOKEN_MFA -> user.security().factors().authenticator() != null;
        };
    }
}
