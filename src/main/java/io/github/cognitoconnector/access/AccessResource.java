package io.github.cognitoconnector.access;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.CREDENTIALS_REJECTED;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_FAILED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_TIMEOUT;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_UNAVAILABLE;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.ReadOnly;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/access}. */
@Path("/v1/apps/{appId}/access")
@Tag(name = "Access", description = "Who may enter an app, and what the caller may do.")
@RunOnVirtualThread
public class AccessResource {

    private final AccessService access;
    private final CurrentApp app;

    AccessResource(AccessService access, CurrentApp app) {
        this.access = access;
        this.app = app;
    }

    @POST
    @Path("evaluate")
    @ReadOnly
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "evaluateAccess",
            summary = "Find out whether somebody may enter the app, and in which roles",
            description =
                    "By `token`: an id or access token of a person, of the app's user pool and one of its clients. It says"
                            + " which groups he was in when it was issued; Cognito is not asked. One that does not verify is"
                            + " an answer with `allowed` false and the reason, not an error. By `user`, named as in a path:"
                            + " Cognito is asked what he is now. Allowed is who is enabled and in one of the app's"
                            + " `allowedGroups`, or anybody if there are none; roles are those that `roleMappings` has for"
                            + " his groups, or `defaultRoles` if it has none.")
    @APIResponseSchema(Evaluation.class)
    @Problems({
        VALIDATION_FAILED,
        AMBIGUOUS_USER,
        THROTTLED,
        CREDENTIALS_REJECTED,
        UPSTREAM_FAILED,
        UPSTREAM_UNAVAILABLE,
        UPSTREAM_TIMEOUT
    })
    public Evaluation evaluate(@Valid @NotNull EvaluateRequest request) {
        return access.evaluate(app.get(), request);
    }
}
