package io.github.cognitoconnector.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second factors that can be switched on and off for a user, in Cognito's words. */
enum MfaFactor {
    SMS_MFA("phone_number"),
    EMAIL_OTP("email"),
    SOFTWARE_TOKEN_MFA(null);

    /** Of the names. */
    static final String PATTERN = "SMS_MFA|EMAIL_OTP|SOFTWARE_TOKEN_MFA";

    private final @Nullable String attribute;

    MfaFactor(@Nullable String attribute) {
        this.attribute = attribute;
    }

    /** The attribute that the user has to have; empty where an authenticator is needed. */
    Optional<String> attribute() {
        return Optional.ofNullable(attribute);
    }

    /** Those of the names that are known here; Cognito may have others. */
    static Set<MfaFactor> of(Collection<String> names) {
        Set<MfaFactor> factors = EnumSet.noneOf(MfaFactor.class);
        Arrays.stream(values()).filter(factor -> names.contains(factor.name())).forEach(factors::add);
        return factors;
    }

    /** Null for null, and for what is not known here. */
    static @Nullable MfaFactor find(@Nullable String name) {
        return Arrays.stream(values())
                .filter(factor -> factor.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
