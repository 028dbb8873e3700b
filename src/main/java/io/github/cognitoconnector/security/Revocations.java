package io.github.cognitoconnector.security;

import io.github.cognitoconnector.database.Changes;
import io.github.cognitoconnector.database.FreshCache;
import io.github.cognitoconnector.database.Topic;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Whose tokens are not taken any more although their signature is good: of persons who were disabled, signed out or deleted
 * through this API. While nobody is, a person's request costs a look-up in memory; after each such act the next request of
 * each person costs one query by index.
 */
@ApplicationScoped
public class Revocations {

    private static final int PERSONS = 10_000;

    private final RevocationRepository stored;
    private final Changes changes;
    private final DryRun dryRun;
    private final FreshCache<RevocationRepository.Person, Instant> known;

    Revocations(RevocationRepository stored, Changes changes, DryRun dryRun) {
        this.stored = stored;
        this.dryRun = dryRun;
        this.changes = changes;
        this.known = new FreshCache<>(changes, Topic.REVOCATION, PERSONS);
    }

    /**
     * Takes no token of the person any more that was issued until then; on this replica from the next request on, on others
     * a moment later. Repeatable.
     *
     * @param until by the clock of the issuer, as tokens are
     */
    public void revoke(String userPoolId, String sub, Instant until) {
        if (dryRun.isOn()) {
            return;
        }
        stored.save(new RevocationRepository.Person(userPoolId, sub), until);
        changes.changed(Topic.REVOCATION);
    }

    /** Whether it is known that the token is not revoked; blocks nobody. */
    boolean peek(AccessToken token) {
        return token.username() == null
                || known.peek(person(token)).map(until -> stands(token, until)).orElse(false);
    }

    /** @throws RefusedTokenException {@code REVOKED}; blocks */
    void check(AccessToken token) {
        if (token.username() != null && !stands(token, known.get(person(token), stored::until))) {
            throw new RefusedTokenException(Reason.REVOKED);
        }
    }

    /**
     * Whether what was issued for the person then counts for nothing any more; blocks.
     *
     * @param issuedAt seconds since 1970
     */
    public boolean hasEnded(String userPoolId, String sub, long issuedAt) {
        Instant until = known.get(new RevocationRepository.Person(userPoolId, sub), stored::until);
        return issuedAt <= until.getEpochSecond();
    }

    /** Cognito counts seconds: what was issued in the second of the act was perhaps issued before it. */
    private static boolean stands(AccessToken token, Instant until) {
        return token.issuedAt() > until.getEpochSecond();
    }

    private static RevocationRepository.Person person(AccessToken token) {
        return new RevocationRepository.Person(token.userPoolId(), token.subject());
    }
}
