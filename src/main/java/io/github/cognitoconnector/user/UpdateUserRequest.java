package io.github.cognitoconnector.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch of a user.
 *
 * @param attributes those that change; null or a blank value deletes one
 */
@Schema(examples = """
                {"attributes": {"name": "Ada Lovelace", "nickname": null}}""")
public record UpdateUserRequest(
        @NotNull @Size(max = 100) Map<@NotNull @Size(min = 1, max = 32) String, @Nullable @Size(max = 2048) String> attributes) {

    @Override
    public String toString() {
        return "UpdateUserRequest[…]";
    }
}
