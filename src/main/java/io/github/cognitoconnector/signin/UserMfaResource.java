package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.user.UserRef;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/users/{user}/mfa}. */
@Path("/v1/apps/{appId}/users/{user}/mfa")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserMfaResource {

    private final UserMfaService mfa;
    private final CurrentApp app;

    UserMfaResource(UserMfaService mfa, CurrentApp app) {
        this.mfa = mfa;
        this.app = app;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(operationId = "getMfaOfUser", summary = "Get the second factors of a user")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH})
    public Mfa get(@PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        return mfa.get(app.get(), UserRef.parse(user));
    }

    @PUT
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "setMfaOfUser",
            summary = "Choose the second factors of a user",
            description =
                    "Those that are not named are switched off. The user pool has to admit a factor, and the user to have what"
                            + " it needs: a phone number, an email address, or an authenticator that he has set up himself."
                            + " Not for a member of a group that carries permissions which the caller does not hold, unless"
                            + " the app allows it (`preventEscalation`). Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, VALIDATION_FAILED, UNSUPPORTED_STATE})
    public void set(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @Valid @NotNull SetMfaRequest request) {
        mfa.set(app.get(), UserRef.parse(user), request);
    }

    @DELETE
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "resetMfaOfUser",
            summary = "Switch off all second factors of a user",
            description =
                    "For somebody who has lost his authenticator: he signs in without it and can set up another one. Not for"
                            + " a member of a group that carries permissions which the caller does not hold, unless the app"
                            + " allows it (`preventEscalation`). Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, UNSUPPORTED_STATE})
    public void reset(@PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        mfa.reset(app.get(), UserRef.parse(user));
    }
}
