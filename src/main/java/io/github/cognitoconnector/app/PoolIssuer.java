package io.github.cognitoconnector.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which issuer signs a pool's tokens: {@code https://cognito-idp.<region>.amazonaws.com/<pool>}, or the pool's path
 * below {@code connector.cognito.endpoint} where that is set.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">Verifying
 *     JSON web tokens</a>
 */
@ApplicationScoped
public class PoolIssuer {

    private final @Nullable String endpoint;

    PoolIssuer(@ConfigProperty(name = "connector.cognito.endpoint") Optional<URI> endpoint) {
        this.endpoint = endpoint.map(e -> e.toString().replaceAll("/+$", "")).orElse(null);
    }

    public String of(String userPoolId) {
        return base(UserPoolId.region(userPoolId)) + "/" + userPoolId;
    }

    /** The pool whose issuer this is, by exact comparison; whether anybody uses that pool is another question. */
    public Optional<String> poolOf(String issuer) {
        String pool = issuer.substring(issuer.lastIndexOf('/') + 1);
        return pool.length() <= UserPoolId.MAX_LENGTH && pool.matches(UserPoolId.PATTERN) && of(pool).equals(issuer)
                ? Optional.of(pool)
                : Optional.empty();
    }

    private String base(String region) {
        if (endpoint != null) {
            return endpoint;
        }
        return "https://cognito-idp." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }
}
