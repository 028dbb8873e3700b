package io.github.cognitoconnector.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second factors that a user is to have.
 *
 * @param enabled all that are to be switched on; the others are switched off
 * @param preferred the one to be asked for first; none if left out
 */
@PreferredIsEnabled
@Schema(examples = """
                {"enabled": ["EMAIL_OTP"], "preferred": "EMAIL_OTP"}""")
public record SetMfaRequest(
        @NotNull @Size(max = 3) List<
                        @NotNull @Pattern(
                                regexp = MfaFactor.PATTERN,
                                message = "A factor is SMS_MFA, EMAIL_OTP or SOFTWARE_TOKEN_MFA")
                        String>
                enabled,

        @Nullable String preferred) {}
