package io.github.cognitoconnector.embedded.cognito.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of a user, from which tokens are made until it ends.
 *
 * @param id the {@code origin_jti} of all its tokens
 */
public record Session(String id, Owner owner, Instant startedAt, Instant expiresAt) {

    /**
     * Who signed in where.
     *
     * @param deviceKey of the device that was signed in on; null in a pool that does not track devices
     */
    public record Owner(
            String poolId,
            String clientId,
            String sub,
            @Nullable String deviceKey) {

        /** On a device that nobody knows. */
        public Owner(String poolId, String clientId, String sub) {
            this(poolId, clientId, sub, null);
        }
    }
}
