package io.github.cognitoconnector.embedded.cognito.iam;

import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param key empty if nothing is known of it, so that nothing is denied either
 */
public record Caller(Principal principal, Optional<AccessKey> key) {

    /** Whether the caller is a session, which may assume roles for an hour at most. */
    public boolean isSession() {
        return key.flatMap(AccessKey::session).isPresent();
    }
}
