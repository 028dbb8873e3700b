package io.github.cognitoconnector.security;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Verifies access tokens. What costs nothing is looked at first: a token that could not be taken anyway makes no key be
 * fetched and no signature be computed. Whether its client may do anything is decided for each request anew.
 */
@ApplicationScoped
class TokenVerifier {

    private final Issuers issuers;
    private final Clock clock;

    TokenVerifier(Issuers issuers, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * Blocks if apps have to be read or keys to be fetched.
     *
     * @throws RefusedTokenException with the first reason not to take the token
     * @throws ProblemException {@code IDENTITY_PROVIDER_UNAVAILABLE} if its key cannot be had
     */
    AccessToken verify(BearerToken bearer) {
        SignedToken token = SignedToken.parse(bearer);
        Claims claims = new Claims(token.claims());
        String issuer = claims.issuer();
        String userPoolId = issuers.poolOf(issuer);
        claims.checkUse();
        AccessToken verified = claims.toToken(userPoolId, token.keyId());
        claims.checkTimes(clock.instant());
        if (!token.isSignedBy(issuers.keysOf(issuer).get(token.keyId()))) {
            throw new RefusedTokenException(Reason.SIGNATURE);
        }
        return verified;
    }
}
