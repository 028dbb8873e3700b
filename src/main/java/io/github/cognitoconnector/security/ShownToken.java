package io.github.cognitoconnector.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an id or access token says that a request is about and nobody acts with; another type than {@link AccessToken}, so
 * that none can be taken for a bearer's.
 *
 * @param clientId app client that it was issued for
 * @param subject Cognito's id of the person, or the client's once more
 * @param username the person; null for a client that acts for itself
 * @param groups Cognito groups of the person when it was issued
 * @param issuedAt seconds since 1970, by the issuer's clock; 0 if it does not say
 */
record ShownToken(String clientId, String subject, @Nullable String username, List<String> groups, long issuedAt) {

    @Override
    public String toString() {
        return "ShownToken[" + clientId + "]";
    }
}
