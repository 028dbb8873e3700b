package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.problem.ProblemType.CREDENTIALS_REJECTED;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_FAILED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_TIMEOUT;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_UNAVAILABLE;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.cognito.PasswordPolicy;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/password-policy}. */
@Path("/v1/apps/{appId}/password-policy")
@Tag(name = "Pool")
@RunOnVirtualThread
public class PasswordPolicyResource {

    private final PoolService pool;
    private final CurrentApp app;

    PasswordPolicyResource(PoolService pool, CurrentApp app) {
        this.pool = pool;
        this.app = app;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "getPasswordPolicy",
            summary = "Get what the user pool asks of passwords",
            description = "Remembered for a minute, unless configured otherwise.")
    @APIResponseSchema(PasswordPolicy.class)
    @Problems({THROTTLED, CREDENTIALS_REJECTED, UPSTREAM_FAILED, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT})
    public PasswordPolicy get() {
        return pool.passwordPolicy(app.get());
    }
}
