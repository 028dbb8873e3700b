package io.github.cognitoconnector.embedded.cognito.directory;

import java.time.Instant;

/**
 * A user of an identity provider who is this user.
 *
 * @param userId the subject at the provider
 * @param primary whether the user came into being through this identity
 */
public record LinkedIdentity(
        String providerName, String providerType, String userId, boolean primary, Instant linkedAt) {

    /** The subject is personal data. */
    @Override
    public String toString() {
        return "LinkedIdentity[" + providerName + "]";
    }
}
