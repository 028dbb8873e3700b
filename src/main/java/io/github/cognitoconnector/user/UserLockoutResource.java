package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/users/{user}/enable|disable|sign-out}. */
@Path("/v1/apps/{appId}/users/{user}")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserLockoutResource {

    private final UserService users;
    private final LockoutService lockouts;
    private final CurrentApp app;

    UserLockoutResource(UserService users, LockoutService lockouts, CurrentApp app) {
        this.users = users;
        this.lockouts = lockouts;
        this.app = app;
    }

    @POST
    @Path("enable")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(operationId = "enableUser", summary = "Let a user sign in again")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH})
    public void enable(@PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        users.enable(app.get(), UserRef.parse(user));
    }

    @POST
    @Path("disable")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "disableUser",
            summary = "Keep a user from signing in",
            description = "This service takes his tokens no more. Others who check them offline do, until they expire.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH})
    public void disable(@PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        lockouts.disable(app.get(), UserRef.parse(user));
    }

    @POST
    @Path("sign-out")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "signOutUser",
            summary = "Sign a user out everywhere",
            description =
                    "Ends all of his sign-ins; he may sign in again. This service takes the tokens that he has no more."
                            + " Others who check them offline do, until they expire. Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH})
    public void signOut(@PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        lockouts.signOut(app.get(), UserRef.parse(user));
    }
}
