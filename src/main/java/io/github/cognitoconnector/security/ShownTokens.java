package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import io.github.cognitoconnector.security.TokenFinding.Flaw;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Looks at tokens that requests are about. They are verified as those that callers act with are, but id tokens are taken
 * too, and only those of one app: of its pool, whose keys are the only ones that are ever fetched, and of its clients.
 * Nothing is remembered, and nobody becomes a caller by it.
 */
@ApplicationScoped
public class ShownTokens {

    private final Issuers issuers;
    private final Revocations revocations;
    private final Clock clock;

    ShownTokens(Issuers issuers, Revocations revocations, Clock clock) {
        this.issuers = issuers;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * Blocks if keys have to be fetched; asks Cognito nothing else.
     *
     * @throws ProblemException {@code IDENTITY_PROVIDER_UNAVAILABLE} if the key of a token cannot be had that may be good
     */
    public TokenFinding examine(App app, String token) {
        try {
            return verify(app, SignedToken.parse(token));
        } catch (RefusedTokenException e) {
            return new TokenFinding.Refused(flaw(e.reason()));
        }
    }

    private TokenFinding verify(App app, SignedToken token) {
        Claims claims = new Claims(token.claims());
        String issuer = claims.issuer();
        if (!issuers.poolOf(issuer).equals(app.userPoolId())) {
            return new TokenFinding.Refused(Flaw.OTHER_POOL);
        }
        ShownToken shown = claims.toShown();
        if (!app.clientIds().contains(shown.clientId())) {
            return new TokenFinding.Refused(Flaw.OTHER_CLIENT);
        }
        if (claims.hasExpired(clock.instant())) {
            return new TokenFinding.Refused(Flaw.EXPIRED);
        }
        claims.checkTimes(clock.instant());
        if (!token.isSignedBy(issuers.keysOf(issuer).get(token.keyId()))) {
            throw new RefusedTokenException(Reason.SIGNATURE);
        }
        String username = shown.username();
        return username == null
                ? new TokenFinding.Refused(Flaw.NO_PERSON)
                : new TokenFinding.OfPerson(
                        username,
                        shown.groups(),
                        revocations.hasEnded(app.userPoolId(), shown.subject(), shown.issuedAt()));
    }

    private static Flaw flaw(Reason reason) {
        return switch (reason) {
            case ISSUER -> Flaw.OTHER_POOL;
            case CLIENT -> Flaw.OTHER_CLIENT;
            case NO_TOKEN, MALFORMED, ALGORITHM, USE, TIME, KEY, SIGNATURE, REVOKED -> Flaw.INVALID;
        };
    }
}
