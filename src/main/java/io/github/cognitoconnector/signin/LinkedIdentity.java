package io.github.cognitoconnector.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user of an identity provider who signs in as the user.
 *
 * @param providerName as the user pool calls the provider
 * @param providerType such as {@code Google}, {@code SAML} or {@code OIDC}
 * @param userId the provider's name of him; until he has signed in, the value that he was linked by
 * @param primary whether the user came into being through it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"providerName": "Google", "providerType": "Google", "userId": "112233445566778899001", "primary": false,
                 "createdAt": "2026-11-20T12:00:00Z"}""")
public record LinkedIdentity(
        String providerName,
        @Nullable String providerType,
        @Nullable String issuer,
        String userId,
        boolean primary,
        @Nullable Instant createdAt) {

    /** Whose it is at the provider is personal data. */
    @Override
    public String toString() {
        return "LinkedIdentity[" + providerName + "]";
    }
}
