package io.github.cognitoconnector.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which issuer signs a pool's tokens: {@code https://cognito-idp.<region>.amazonaws.com/<pool>}, for pools with an updated
 * issuer {@code https://issuer-cognito-idp.<region>.amazonaws.com/<pool>}, or the pool's path below
 * {@code connector.cognito.endpoint} where that is set.
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

    /** The issuer of a pool as Cognito makes it. */
    public String of(String userPoolId) {
        return base("cognito-idp", userPoolId) + "/" + userPoolId;
    }

    /** The issuer of the pool once its owner has it updated; there is only one form below another endpoint. */
    private String updated(String userPoolId) {
        return base("issuer-cognito-idp", userPoolId) + "/" + userPoolId;
    }

    /** The pool whose issuer this is, by exact comparison; whether anybody uses that pool is another question. */
    public Optional<String> poolOf(String issuer) {
        String pool = issuer.substring(issuer.lastIndexOf('/') + 1);
        return pool.length() <= UserPoolId.MAX_LENGTH
                        && pool.matches(UserPoolId.PATTERN)
                        && (of(pool).equals(issuer) || updated(pool).equals(issuer))
                ? Optional.of(pool)
                : Optional.empty();
    }

    private String base(String host, String userPoolId) {
        if (endpoint != null) {
            return endpoint;
        }
        String region = UserPoolId.region(userPoolId);
        return "https://" + host + "." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }
}
