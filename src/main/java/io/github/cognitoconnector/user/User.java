package io.github.cognitoconnector.user;

import io.github.cognitoconnector.rest.ETags;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user of a user pool.
 *
 * @param sub the user's immutable id, a UUID
 * @param status Cognito's user status, such as {@code FORCE_CHANGE_PASSWORD}
 * @param attributes without {@code sub}
 */
@Schema(examples = """
                {"username": "ada", "sub": "5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11", "status": "CONFIRMED", "enabled": true,
                 "attributes": {"email": "ada@example.com", "email_verified": "true"},
                 "createdAt": "2026-11-20T12:00:00Z", "updatedAt": "2026-11-20T12:00:00Z"}""")
public record User(
        String username,
        @Nullable String sub,
        String status,
        boolean enabled,
        Map<String, String> attributes,
        Instant createdAt,
        Instant updatedAt) {

    /** Over what the user is, not when he became it: the same state has the same tag. */
    String etag() {
        return ETags.of(username, sub, status, enabled, new TreeMap<>(attributes));
    }

    @Override
    public String toString() {
        return "User[" + sub + "]";
    }
}
