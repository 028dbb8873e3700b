package io.github.cognitoconnector.embedded.cognito.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Set;

/** Which identity providers a pool has, as far as links have to know. */
final class KnownProviders {

    private static final Set<String> SOCIAL = Set.of("Facebook", "Google", "LoginWithAmazon", "SignInWithApple");

    private KnownProviders() {}

    /**
     * The type of the pool's provider.
     *
     * @throws Refusal {@code ResourceNotFoundException}
     */
    static String type(UserPool pool, String name) {
        for (JsonNode provider : pool.settings().stated().path("IdentityProviders")) {
            if (provider.path("ProviderName").asText().equals(name)) {
                return provider.path("ProviderType").asText();
            }
        }
        throw Refusal.notFound("Identity provider " + name + " does not exist.");
    }

    static boolean isSocial(String type) {
        return SOCIAL.contains(type);
    }
}
