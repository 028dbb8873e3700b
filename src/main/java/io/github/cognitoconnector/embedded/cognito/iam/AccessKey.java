package io.github.cognitoconnector.embedded.cognito.iam;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An access key that signatures are verified with.
 *
 * @param denied actions such as {@code cognito-idp:AdminGetUser}
 * @param session for a temporary one
 */
public record AccessKey(
        String id, String secret, Principal principal, Set<String> denied, boolean revoked, Optional<Session> session) {

    /** One that does not end by itself. */
    public static AccessKey permanent(
            String id, String secret, Principal principal, Set<String> denied, boolean revoked) {
        return new AccessKey(id, secret, principal, Set.copyOf(denied), revoked, Optional.empty());
    }

    /**
     * The session of a role.
     *
     * @param number counts sessions, so that a revocation knows which were there before it
     */
    public record Session(String token, Instant expiresAt, RoleArn role, long number, Optional<SessionPolicy> policy) {

        /** The token stays out of logs. */
        @Override
        public String toString() {
            return "Session[" + role.text() + ", " + expiresAt + "]";
        }
    }

    /** Secret and id stay out of logs. */
    @Override
    public String toString() {
        return "AccessKey[" + principal.arn() + "]";
    }
}
