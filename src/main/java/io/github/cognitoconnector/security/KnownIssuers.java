package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.AppService;
import io.github.cognitoconnector.app.PoolIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The issuers whose tokens are looked at: the platform's pool and the pools of the registered apps, no others. */
@ApplicationScoped
class KnownIssuers {

    private final PlatformConfig platform;
    private final AppService apps;
    private final PoolIssuer issuers;

    KnownIssuers(PlatformConfig platform, AppService apps, PoolIssuer issuers) {
        this.platform = platform;
        this.apps = apps;
        this.issuers = issuers;
    }

    /** The pool of the issuer, if it is known; asks the database unless it is the platform's. */
    Optional<String> poolOf(String issuer) {
        return issuers.poolOf(issuer).filter(pool -> pool.equals(platform.userPoolId()) || apps.usesPool(pool));
    }
}
