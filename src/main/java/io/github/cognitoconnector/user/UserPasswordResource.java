package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PASSWORD;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.PARTIAL_WRITE;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}/users/{user}/password|password-reset|invitation}. */
@Path("/v1/apps/{appId}/users/{user}")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserPasswordResource {

    private final PasswordService passwords;
    private final CurrentApp app;

    UserPasswordResource(PasswordService passwords, CurrentApp app) {
        this.passwords = passwords;
        this.app = app;
    }

    @PUT
    @Path("password")
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
        passwords.set(app.get(), UserRef.parse(user), request);
    }

    @POST
    @Path("password-reset")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "resetUserPassword",
            summary = "Have a user choose another password",
            description =
                    "Cognito sends him a code, to his verified email address or phone number; until he has used it he"
                            + " cannot sign in. A user who has not yet signed in needs an invitation instead.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, UNSUPPORTED_STATE})
    public void reset(@PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        passwords.reset(app.get(), UserRef.parse(user));
    }

    @POST
    @Path("invitation")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "inviteUser",
            summary = "Invite a user once more",
            description =
                    "For a user who has not yet signed in: the temporary password that he has is replaced. With `SEND`"
                            + " Cognito sends him a new one; with `SUPPRESS` it is shown in this answer only.")
    @APIResponseSchema(Invitation.class)
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, UNSUPPORTED_STATE, PARTIAL_WRITE, VALIDATION_FAILED})
    public Invitation invite(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "grace") String user,
            @Valid @Nullable InviteUserRequest request) {
        return passwords.invite(app.get(), UserRef.parse(user), request);
    }
}
