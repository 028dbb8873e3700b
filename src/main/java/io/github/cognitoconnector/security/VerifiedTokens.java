package io.github.cognitoconnector.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens that were verified, by the hash of the whole token: one that comes again costs a hash and a look-up. They are
 * forgotten when they expire, even though the skew of clocks would still allow them, and passed over when their issuer has
 * withdrawn the key or nobody uses the pool any more. Only good tokens are remembered, so nobody can fill the cache who
 * has none.
 */
@ApplicationScoped
class VerifiedTokens {

    private static final String METRIC = "connector.tokens";

    private final TokenVerifier verifier;
    private final Issuers issuers;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Cache<String, AccessToken> remembered;

    VerifiedTokens(TokenVerifier verifier, Issuers issuers, TokensConfig config, Clock clock, MeterRegistry metrics) {
        this.verifier = verifier;
        this.issuers = issuers;
        this.clock = clock;
        this.metrics = metrics;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfter(new AtItsEnd(clock))
                .build();
        counter("verified", "");
        counter("remembered", "");
        for (Reason reason : Reason.values()) {
            counter("refused", reason.name());
        }
    }

    /** Lets go of a token when it expires. */
    private record AtItsEnd(Clock clock) implements Expiry<String, AccessToken> {

        /** Twice what Cognito lets an access token live. */
        private static final Duration LONGEST = Duration.ofDays(2);

        @Override
        public long expireAfterCreate(String hash, AccessToken token, long now) {
            Duration left = Duration.between(clock.instant(), end(token));
            return (left.compareTo(LONGEST) < 0 ? left : LONGEST).toNanos();
        }

        @Override
        public long expireAfterUpdate(String hash, AccessToken token, long now, long left) {
            return expireAfterCreate(hash, token, now);
        }

        @Override
        public long expireAfterRead(String hash, AccessToken token, long now, long left) {
            return left;
        }
    }

    /** The token, if it was verified before and is still good; asks nobody and blocks nobody. */
    Optional<AccessToken> peek(BearerToken bearer) {
        AccessToken token = remembered.getIfPresent(bearer.hash());
        return token != null && issuers.peek(token.userPoolId()).orElse(false) && stands(token)
                ? Optional.of(counted(token, "remembered"))
                : Optional.empty();
    }

    /** Whether the token was verified before, whatever has become of its issuer since. */
    boolean remembers(BearerToken bearer) {
        return remembered.getIfPresent(bearer.hash()) != null;
    }

    /**
     * Verifies the token and remembers it, unless it is remembered; blocks.
     *
     * @throws RefusedTokenException if it is not taken
     * @throws ProblemException as {@link TokenVerifier#verify}
     */
    AccessToken verify(BearerToken bearer) {
        AccessToken known = remembered.getIfPresent(bearer.hash());
        if (known != null && issuers.poolOf(known.issuer()).equals(known.userPoolId()) && stands(known)) {
            return counted(known, "remembered");
        }
        AccessToken token = verifier.verify(bearer);
        if (clock.instant().isBefore(end(token))) {
            remembered.put(bearer.hash(), token);
        }
        return counted(token, "verified");
    }

    /** Counts what was refused, here or by whoever looked at it later. */
    void refused(RefusedTokenException e) {
        counter("refused", e.reason().name()).increment();
    }

    /** Whether nothing has happened to it since it was verified. */
    private boolean stands(AccessToken token) {
        return clock.instant().isBefore(end(token))
                && issuers.keysOf(token.issuer()).has(token.keyId());
    }

    private AccessToken counted(AccessToken token, String outcome) {
        counter(outcome, "").increment();
        return token;
    }

    private Counter counter(String outcome, String reason) {
        return Counter.builder(METRIC)
                .description("Tokens that this replica has looked at")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(metrics);
    }

    private static Instant end(AccessToken token) {
        return Instant.ofEpochSecond(token.expiresAt());
    }
}
