package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.Printable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The provider's user who is to sign in as the user.
 *
 * @param userId the provider's name of him, such as the {@code sub} of its tokens or the NameID of its assertions
 * @param attributeName what {@code userId} is a value of, if not that: the name of a claim that the pool maps; of social
 *     providers only the default, {@code Cognito_Subject}
 */
@Schema(examples = """
                {"userId": "112233445566778899001"}""")
public record LinkIdentityRequest(
        @NotNull @Printable @Size(min = 1, max = 2048) String userId,

        @Nullable @Printable @Size(min = 1, max = 256) String attributeName) {

    /** Whose it is at the provider is personal data. */
    @Override
    public String toString() {
        return "LinkIdentityRequest[…]";
    }
}
