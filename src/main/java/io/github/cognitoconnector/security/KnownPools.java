package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.AppDirectory;
import jakarta.enterprise.context.ApplicationScoped;

/** The pools whose tokens are looked at: the platform's and those of the registered apps, no others. */
@ApplicationScoped
class KnownPools {

    private final PlatformConfig platform;
    private final AppDirectory apps;

    KnownPools(PlatformConfig platform, AppDirectory apps) {
        this.platform = platform;
        this.apps = apps;
    }

    /** Asks the database unless the pool is the platform's. */
    boolean knows(String userPoolId) {
        return userPoolId.equals(platform.userPoolId()) || apps.usesPool(userPoolId);
    }
}
