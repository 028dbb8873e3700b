package io.github.cognitoconnector.signup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The proof that a visitor is reachable.
 *
 * @param code as it was sent to him
 */
@Schema(examples = """
                {"code": "123456"}""")
public record ConfirmSignUpRequest(
        @NotNull @Size(min = 1, max = 2048) @Pattern(regexp = "\\S+", message = "A code has no spaces") String code) {

    @Override
    public String toString() {
        return "ConfirmSignUpRequest[…]";
    }
}
