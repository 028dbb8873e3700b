package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.app.PoolIssuer;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Makes the caller from the claims of a token whose signature, issuer and times are already verified. */
@ApplicationScoped
class Callers {

    private final PlatformConfig platform;
    private final PoolIssuer issuers;
    private final String scopePrefix;

    Callers(
            PlatformConfig platform,
            PoolIssuer issuers,
            @ConfigProperty(name = "connector.resource-server", defaultValue = "connector") String resourceServer) {
        this.platform = platform;
        this.issuers = issuers;
        this.scopePrefix = resourceServer + "/";
    }

    /** @throws AuthenticationFailedException if a claim is missing */
    Caller of(JsonWebToken token) {
        String pool = issuers.poolOf(token.getIssuer()).orElseThrow(AuthenticationFailedException::new);
        String client = text(token, "client_id");
        if (client == null) {
            throw new AuthenticationFailedException();
        }
        boolean ofPlatform =
                pool.equals(platform.userPoolId()) && platform.clientIds().contains(client);
        AppScope scope = ofPlatform ? new AppScope.Everything() : new AppScope.ClientOf(pool, client);
        return new Caller(
                token.getIssuer(),
                pool,
                client,
                token.getSubject(),
                text(token, "username"),
                scopes(token),
                groups(token),
                scope);
    }

    private Set<String> scopes(JsonWebToken token) {
        String scope = text(token, "scope");
        return scope == null
                ? Set.of()
                : Stream.of(scope.split(" "))
                        .filter(s -> s.startsWith(scopePrefix))
                        .map(s -> s.substring(scopePrefix.length()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> groups(JsonWebToken token) {
        return token.getClaim("cognito:groups") instanceof JsonArray groups
                ? groups.getValuesAs(v -> v instanceof JsonString s ? s.getString() : "")
                : List.of();
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value instanceof JsonString json ? json.getString() : value instanceof String s ? s : null;
    }
}
