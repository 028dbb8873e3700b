package io.github.cognitoconnector.app;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/oidc}. */
@Path("/v1/apps/{appId}/oidc")
@Tag(name = "Apps")
@RunOnVirtualThread
public class AppOidcResource {

    private final CurrentApp app;
    private final PoolIssuer issuer;

    AppOidcResource(CurrentApp app, PoolIssuer issuer) {
        this.app = app;
        this.issuer = issuer;
    }

    @GET
    @PermissionsAllowed({Permission.APPS_ADMIN, Permission.USERS_READ})
    @Operation(operationId = "getAppOidc", summary = "Get what an OpenID Connect client of the app needs")
    @APIResponseSchema(AppOidc.class)
    public AppOidc get() {
        return AppOidc.of(app.get(), issuer);
    }
}
