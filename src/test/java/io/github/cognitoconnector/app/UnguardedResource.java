package io.github.cognitoconnector.app;

import io.github.cognitoconnector.testing.Apps;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What an app's OpenID Connect view answers, without anybody being asked who he is; in tests only. */
@Path("/test/unguarded-oidc")
@RunOnVirtualThread
public class UnguardedResource {

    private static final App APP = Apps.plain();

    private final PoolIssuer issuer;

    UnguardedResource(PoolIssuer issuer) {
        this.issuer = issuer;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public AppOidc get() {
        return AppOidc.of(APP, issuer);
    }
}
