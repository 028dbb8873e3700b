package io.github.cognitoconnector.pool;

import java.time.Instant;
import java.util.List;

/**
 * An app client's settings. What its secret is stays in the gateway.
 *
 * @param flows Cognito's {@code ExplicitAuthFlows}
 * @param readAttributes that users see through the client; if there are none, all that Cognito lets any client read
 * @param writeAttributes that users may set through it; if there are none, all that Cognito lets any client write
 * @param preventUserExistenceErrors {@code ENABLED}, or {@code LEGACY}: a failed sign-in tells whether the user exists
 * @param tokenRevocation whether its refresh tokens can be revoked
 * @param refreshTokenRotation whether each refresh token is good once
 */
public record ClientSettings(
        String name,
        boolean hasSecret,
        List<String> flows,
        Lifetimes lifetimes,
        OAuthSettings oauth,
        List<String> readAttributes,
        List<String> writeAttributes,
        String preventUserExistenceErrors,
        boolean tokenRevocation,
        boolean refreshTokenRotation,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether it acts for itself alone. */
    boolean actsForItself() {
        return oauth.allows("client_credentials")
                && !oauth.allows("code")
                && !oauth.allows("implicit")
                && flows.stream().noneMatch(ClientSettings::signsIn);
    }

    /** Whether people can sign in through it in some way. */
    boolean letsSignIn() {
        return oauth.allows("code")
                || oauth.allows("implicit")
                || flows.stream().anyMatch(ClientSettings::signsIn);
    }

    private static boolean signsIn(String flow) {
        return !flow.equals("ALLOW_REFRESH_TOKEN_AUTH");
    }
}
