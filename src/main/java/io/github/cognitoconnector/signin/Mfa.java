package io.github.cognitoconnector.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user's sign-ins.
 *
 * @param enabled those that are switched on, in Cognito's words, such as {@code SOFTWARE_TOKEN_MFA}
 * @param preferred the one that is asked for first; absent if none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"enabled": ["EMAIL_OTP", "SOFTWARE_TOKEN_MFA"], "preferred": "SOFTWARE_TOKEN_MFA"}""")
public record Mfa(List<String> enabled, @Nullable String preferred) {}
