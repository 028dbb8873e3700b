package io.github.cognitoconnector.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app client may do at the domain of the user pool.
 *
 * @param enabled whether it may do anything there
 * @param flows {@code code}, {@code implicit}, {@code client_credentials}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OAuthSettings(
        boolean enabled,
        List<String> flows,
        List<String> scopes,
        List<String> callbackUrls,
        List<String> logoutUrls,
        @Nullable String defaultRedirectUri,
        List<String> identityProviders) {

    boolean allows(String flow) {
        return enabled && flows.contains(flow);
    }
}
