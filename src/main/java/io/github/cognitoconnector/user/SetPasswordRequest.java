package io.github.cognitoconnector.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A password for a user.
 *
 * @param permanent whether he keeps it; if left out or false, he has to choose another one when he signs in
 */
@Schema(examples = """
                {"password": "p7Q!vZr2mWx9Lk4T", "permanent": false}""")
public record SetPasswordRequest(
        @NotNull @Size(min = 6, max = 256) @Pattern(regexp = "\\S+", message = "A password has no spaces") @Schema(writeOnly = true)
        String password,

        @Nullable Boolean permanent) {

    @Override
    public String toString() {
        return "SetPasswordRequest[…]";
    }
}
