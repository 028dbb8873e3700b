package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.AppScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the caller of a verified token. */
@ApplicationScoped
class Callers {

    private final PlatformConfig platform;
    private final String scopePrefix;

    /** @param resourceServer identifier of the Cognito resource server; a scope is {@code <identifier>/<permission>} */
    Callers(
            PlatformConfig platform,
            @ConfigProperty(name = "connector.resource-server", defaultValue = "connector") String resourceServer) {
        this.platform = platform;
        this.scopePrefix = resourceServer + "/";
    }

    Caller of(AccessToken token) {
        return new Caller(
                token.issuer(),
                token.userPoolId(),
                token.clientId(),
                token.subject(),
                token.username(),
                scopes(token),
                token.groups(),
                ofPlatform(token)
                        ? new AppScope.Everything()
                        : new AppScope.ClientOf(token.userPoolId(), token.clientId()));
    }

    private boolean ofPlatform(AccessToken token) {
        return token.userPoolId().equals(platform.userPoolId())
                && platform.clientIds().contains(token.clientId());
    }

    private Set<String> scopes(AccessToken token) {
        return token.scopes().stream()
                .filter(scope -> scope.startsWith(scopePrefix))
                .map(scope -> scope.substring(scopePrefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
