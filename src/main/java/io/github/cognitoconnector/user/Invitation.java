package io.github.cognitoconnector.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invitation just made.
 *
 * @param invitationExpiresAt until when the temporary password is good
 * @param temporaryPassword if Cognito did not send it: shown this once and kept nowhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"invitationExpiresAt": "2026-11-27T12:00:00Z", "temporaryPassword": "p7Q!vZr2mWx9Lk4T"}""")
public record Invitation(
        Instant invitationExpiresAt, @Nullable String temporaryPassword) {

    @Override
    public String toString() {
        return "Invitation[" + invitationExpiresAt + "]";
    }
}
