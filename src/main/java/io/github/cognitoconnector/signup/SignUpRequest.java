package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.ClientId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor gives who signs himself up.
 *
 * @param username may be left out where the pool signs in by email or phone
 * @param clientId one of the app's; if left out, the app's first client without a secret, or else its first one
 */
@Schema(examples = """
                {"username": "grace.h", "password": "p7Q!vZr2mWx9Lk4T", "attributes": {"email": "grace.h@example.com"}}""")
public record SignUpRequest(
        @Nullable @Size(min = 1, max = 128) @Pattern(
                regexp = SignUpName.PATTERN,
                message = "A username has no spaces and no control characters, and is not '.' or '..'")
        String username,

        @NotNull @Size(min = 6, max = 256) @Pattern(regexp = "\\S+", message = "A password has no spaces") @Schema(writeOnly = true)
        String password,

        @NotNull @Size(max = 100) Map<@NotNull @Size(min = 1, max = 32) String, @NotNull @Size(max = 2048) String> attributes,

        @Nullable @ClientId String clientId) {

    @Override
    public String toString() {
        return "SignUpRequest[…]";
    }
}
