package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.app.Permission;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the verified access token says it is.
 *
 * @param userPoolId pool that issued the token
 * @param subject Cognito's id of the person, or once more the client
 * @param username the person; null for a client that acts for itself
 * @param scopes the permissions among the token's scopes
 * @param groups Cognito groups of the person
 */
public record Caller(
        String issuer,
        String userPoolId,
        String clientId,
        String subject,
        @Nullable String username,
        Set<String> scopes,
        Collection<String> groups,
        AppScope appScope) {

    /** Attribute of the identity that holds the caller. */
    public static final String ATTRIBUTE = Caller.class.getName();

    /** How a caller acts. */
    public enum Kind {
        CLIENT,
        PERSON
    }

    public Kind kind() {
        return username == null ? Kind.CLIENT : Kind.PERSON;
    }

    /** Scopes, and for a person what the app gives to his groups; the administration of apps is the platform's alone. */
    public Set<String> permissions(@Nullable App app) {
        Set<String> permissions = new HashSet<>(scopes);
        if (app != null && kind() == Kind.PERSON && app.userPoolId().equals(userPoolId)) {
            permissions.addAll(app.permissionsOf(groups.stream().toList()));
        }
        if (!(appScope instanceof AppScope.Everything)) {
            permissions.remove(Permission.APPS_ADMIN);
        }
        return permissions;
    }
}
