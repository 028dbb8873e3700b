package io.github.cognitoconnector.problem;

import io.quarkus.oidc.OIDCException;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * What a refused caller is told: nothing about the cause where the token is refused, and that it is not his fault where the issuer's keys cannot be fetched.
 */
final class SecurityProblems {

    private SecurityProblems() {}

    static ProblemException ofAuthentication(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ProblemException problem) {
                return problem;
            }
            if (t instanceof InvalidJwtException || t instanceof ParseException) {
                break;
            }
            if (t instanceof OIDCException || t instanceof java.io.IOException) {
                return ProblemException.of(
                        ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
                        "The token cannot be checked now, because the keys of its issuer cannot be fetched.",
                        e);
            }
        }
        return ProblemException.of(
                ProblemType.UNAUTHENTICATED, "Send a valid Cognito access token as a bearer token.", e);
    }
}
