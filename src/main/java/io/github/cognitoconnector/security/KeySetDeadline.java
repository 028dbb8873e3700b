package io.github.cognitoconnector.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Bounds the fetch of a key set; without it an issuer that accepts connections and says nothing would hold a request. */
@ApplicationScoped
@Unremovable // looked up by quarkus-oidc at run time only
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class KeySetDeadline implements OidcRequestFilter {

    static final Duration DEADLINE = Duration.ofSeconds(3);

    @Override
    public void filter(OidcRequestContext request) {
        request.request().timeout(DEADLINE.toMillis());
    }
}
