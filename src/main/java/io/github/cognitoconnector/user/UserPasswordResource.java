package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PASSWORD;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/users/{user}/password}. */
@Path("/v1/apps/{appId}/users/{user}/password")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserPasswordResource {

    private final UserService users;
    private final CurrentApp app;

    UserPasswordResource(UserService users, CurrentApp app) {
        this.users = users;
        this.app = app;
    }

    @PUT
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "setUserPassword",
            summary = "Set a user's password",
            description =
                    "Not for a member of a group that carries permissions which the caller does not hold, unless the"
                            + " app allows it (`preventEscalation`).")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, INVALID_PASSWORD, VALIDATION_FAILED})
    public void set(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @Valid @NotNull SetPasswordRequest request) {
        users.setPassword(app.get(), UserRef.parse(user), request);
    }
}
