package io.github.cognitoconnector.access;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about: exactly one of the two.
 *
 * @param token an id or access token of the person, issued by the app's user pool for one of the app's clients
 * @param user named as in a path
 */
@Schema(examples = """
                {"user": "ada"}""")
public record EvaluateRequest(
        @Nullable @Size(min = 1, max = 65_536) @Schema(writeOnly = true)
        String token,

        @Nullable @Size(min = 1, max = 2_100) String user) {

    @Override
    public String toString() {
        return "EvaluateRequest[…]";
    }
}
