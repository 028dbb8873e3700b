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

/** {@code /v1/apps/{appId}/clients}. */
@Path("/v1/apps/{appId}/clients")
@Tag(name = "Pool")
@RunOnVirtualThread
public class ClientResource {

    private final PoolService pool;
    private final CurrentApp app;

    ClientResource(PoolService pool, CurrentApp app) {
        this.pool = pool;
        this.app = app;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "getClients",
            summary = "Get the settings of the app's own clients",
            description =
                    "Of the clients in the app's `clientIds` and no others. One that the user pool does not have is"
                            + " there with a `problem`. Never a secret. Remembered for a minute, unless configured otherwise.")
    @APIResponseSchema(AppClients.class)
    @Problems({THROTTLED, CREDENTIALS_REJECTED, UPSTREAM_FAILED, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT})
    public AppClients get() {
        return pool.clients(app.get());
    }
}
