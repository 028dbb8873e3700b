package io.github.cognitoconnector.embedded.cognito.token;

import java.time.Instant;

/**
 * One sign-in of a user, from which tokens are made until it ends.
 *
 * @param id the {@code origin_jti} of all its tokens
 */
public record Session(String id, Owner owner, Instant startedAt, Instant expiresAt) {

    /** Who signed in where. */
    public record Owner(String poolId, String clientId, String sub) {}
}
