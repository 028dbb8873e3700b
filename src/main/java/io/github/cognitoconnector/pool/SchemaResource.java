package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.problem.ProblemType.CREDENTIALS_REJECTED;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_FAILED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_TIMEOUT;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_UNAVAILABLE;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/schema}. */
@Path("/v1/apps/{appId}/schema")
@Tag(name = "Pool", description = "How the app's user pool and its clients are set up.")
@RunOnVirtualThread
public class SchemaResource {

    private final PoolService pool;
    private final CurrentApp app;

    SchemaResource(PoolService pool, CurrentApp app) {
        this.pool = pool;
        this.app = app;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "getSchema",
            summary = "Get the attributes that users can have",
            description = "Remembered for a minute, unless configured otherwise.")
    @APIResponseSchema(AppSchema.class)
    @Problems({THROTTLED, CREDENTIALS_REJECTED, UPSTREAM_FAILED, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT})
    public AppSchema get() {
        return pool.schema(app.get());
    }
}
