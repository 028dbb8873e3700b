package io.github.cognitoconnector.user;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param invitationExpiresAt until when the temporary password of a user who has not yet signed in is good: counted from his
 *     last change, since Cognito does not tell when the password was set, so that it is never later than this
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        Instant updatedAt,
        @Nullable Instant invitationExpiresAt) {

    /** Of a user who has a temporary password and has not yet signed in with it. */
    static final String INVITED = "FORCE_CHANGE_PASSWORD";

    boolean isInvited() {
        return status.equals(INVITED);
    }

    /** Whether Cognito has an address to send him a code to. */
    boolean hasVerifiedAddress() {
        return "true".equals(attributes.get("email_verified"))
                || "true".equals(attributes.get("phone_number_verified"));
    }

    User withEnabled(boolean now) {
        return new User(username, sub, status, now, attributes, createdAt, updatedAt, invitationExpiresAt);
    }

    User withInvitationUntil(Instant expiry) {
        return new User(username, sub, status, enabled, attributes, createdAt, updatedAt, expiry);
    }

    /** Over what the user is, not when he became it: the same state has the same tag. */
    String etag() {
        return ETags.of(username, sub, status, enabled, new TreeMap<>(attributes));
    }

    @Override
    public String toString() {
        return "User[" + sub + "]";
    }
}
