package io.github.cognitoconnector.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of a user's second factors. Cognito leaves those alone that it names neither on nor off, and can refuse to
 * switch off what the user never had.
 */
record MfaChange(
        Set<MfaFactor> on, Set<MfaFactor> off, @Nullable MfaFactor preferred) {

    boolean names(MfaFactor factor) {
        return on.contains(factor) || off.contains(factor);
    }
}
