package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a user before his second factors are changed.
 *
 * @param attributes names of those attributes that have a value
 */
record MfaStanding(@Nullable String sub, Mfa mfa, Set<String> attributes) {

    /** The factors that are switched on now. */
    Set<MfaFactor> enabled() {
        return MfaFactor.of(mfa.enabled());
    }

    boolean is(Set<MfaFactor> enabled, @Nullable MfaFactor preferred) {
        return enabled().equals(enabled) && Objects.equals(MfaFactor.find(mfa.preferred()), preferred);
    }

    /** @throws ProblemException {@code UNSUPPORTED_STATE} with all that the user lacks for these factors */
    void requireAddresses(Set<MfaFactor> factors) {
        String lacking = factors.stream()
                .filter(factor -> factor.attribute()
                        .filter(name -> !attributes.contains(name))
                        .isPresent())
                .map(factor -> factor + " needs the attribute "
                        + factor.attribute().orElseThrow() + ", which the user does not have: set it first.")
                .collect(Collectors.joining(" "));
        if (!lacking.isEmpty()) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_STATE, lacking);
        }
    }
}
