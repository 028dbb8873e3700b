package io.github.cognitoconnector.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoconnector.app.AppDirectory;
import io.github.cognitoconnector.app.PoolIssuer;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Whose tokens are looked at: the platform's pool's and those of the pools of registered apps, no others. */
@ApplicationScoped
class Issuers {

    /** Pools whose keys are known at a time; a few KiB each. */
    private static final int MOST = 10_000;

    private final PlatformConfig platform;
    private final PoolIssuer issuers;
    private final AppDirectory apps;
    private final Cache<String, IssuerKeys> keys =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final KeysFactory factory;

    Issuers(PlatformConfig platform, PoolIssuer issuers, AppDirectory apps, KeysFactory factory) {
        this.platform = platform;
        this.issuers = issuers;
        this.apps = apps;
        this.factory = factory;
    }

    /** Makes what knows the keys of an issuer. */
    @ApplicationScoped
    static class KeysFactory {

        private final KeySetClient client;
        private final TokensConfig config;
        private final Clock clock;

        KeysFactory(KeySetClient client, TokensConfig config, Clock clock) {
            this.client = client;
            this.config = config;
            this.clock = clock;
        }

        IssuerKeys of(String issuer) {
            return new IssuerKeys(issuer, client, config, clock);
        }
    }

    /**
     * The pool whose issuer this is; blocks if the pools of apps have to be read.
     *
     * @throws RefusedTokenException {@code ISSUER} if nobody here uses the pool
     */
    String poolOf(String issuer) {
        return issuers.poolOf(issuer)
                .filter(pool -> pool.equals(platform.userPoolId()) || apps.usesPool(pool))
                .orElseThrow(() -> new RefusedTokenException(Reason.ISSUER));
    }

    /** Whether the pool is still used here, if that is known without asking anybody. */
    Optional<Boolean> peek(String userPoolId) {
        return userPoolId.equals(platform.userPoolId()) ? Optional.of(true) : apps.peekPool(userPoolId);
    }

    /** @param issuer one that {@link #poolOf} has a pool for, so that what is fetched is never a caller's choice */
    IssuerKeys keysOf(String issuer) {
        return keys.get(issuer, factory::of);
    }
}
