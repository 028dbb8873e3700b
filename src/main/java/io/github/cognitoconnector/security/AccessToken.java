package io.github.cognitoconnector.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says.
 *
 * @param userPoolId pool whose issuer signed it
 * @param keyId of the issuer's key
 * @param subject Cognito's id of the person, or the client's once more
 * @param username the person; null for a client that acts for itself
 * @param scopes as they stand, of whatever resource server
 * @param groups Cognito groups of the person
 * @param issuedAt seconds since 1970, by the issuer's clock; 0 if it does not say
 * @param expiresAt seconds since 1970
 */
record AccessToken(
        String issuer,
        String userPoolId,
        String keyId,
        String clientId,
        String subject,
        @Nullable String username,
        Set<String> scopes,
        List<String> groups,
        long issuedAt,
        long expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[" + clientId + "]";
    }
}
