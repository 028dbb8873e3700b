package io.github.cognitoconnector.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.rest.Replayable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user just made.
 *
 * @param groups the groups that he was put into
 * @param temporaryPassword if it was generated: shown this once and kept nowhere
 * @param warnings what did not go as it should, although he was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"username": "grace", "sub": "5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11", "status": "FORCE_CHANGE_PASSWORD",
                 "enabled": true, "attributes": {"email": "grace@example.com", "email_verified": "true"},
                 "groups": ["demo"], "temporaryPassword": "p7Q!vZr2mWx9Lk4T",
                 "createdAt": "2026-11-20T12:00:00Z", "updatedAt": "2026-11-20T12:00:00Z",
                 "invitationExpiresAt": "2026-11-27T12:00:00Z"}""")
public record CreatedUser(
        String username,
        @Nullable String sub,
        String status,
        boolean enabled,
        Map<String, String> attributes,
        List<String> groups,
        @Nullable String temporaryPassword,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant invitationExpiresAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings)
        implements Replayable {

    static CreatedUser of(User user, List<String> groups, @Nullable String generatedPassword, List<String> warnings) {
        return new CreatedUser(
                user.username(),
                user.sub(),
                user.status(),
                user.enabled(),
                user.attributes(),
                groups,
                generatedPassword,
                user.createdAt(),
                user.updatedAt(),
                user.invitationExpiresAt(),
                warnings);
    }

    String etag() {
        return user().etag();
    }

    /** The password was shown once. */
    @Override
    public CreatedUser replayed() {
        return of(user(), groups, null, warnings);
    }

    private User user() {
        return new User(username, sub, status, enabled, attributes, createdAt, updatedAt, invitationExpiresAt);
    }

    @Override
    public String toString() {
        return "CreatedUser[" + sub + "]";
    }
}
