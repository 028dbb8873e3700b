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

/** {@code /v1/apps/{appId}/users/{user}/sign-out}. */
@Path("/v1/apps/{appId}/users/{user}/sign-out")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserSignOutResource {

    private final LockoutService lockouts;
    private final CurrentApp app;

    UserSignOutResource(LockoutService lockouts, CurrentApp app) {
        this.lockouts = lockouts;
        this.app = app;
    }

    @POST
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
