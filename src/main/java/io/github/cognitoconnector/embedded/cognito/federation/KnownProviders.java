package io.github.cognitoconnector.embedded.cognito.federation;

import io.github.cognitoconnector.embedded.cognito.pool.IdentityProvider;
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
        return pool.identityProviders()
                .find(name)
                .map(IdentityProvider::type)
                .orElseThrow(() -> Refusal.notFound("Identity provider " + name + " does not exist."));
    }

    static boolean isSocial(String type) {
        return SOCIAL.contains(type);
    }
}
