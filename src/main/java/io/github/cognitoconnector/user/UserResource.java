package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.problem.ProblemType.ALIAS_EXISTS;
import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.EMAIL_DOMAIN_NOT_ALLOWED;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_ATTRIBUTE;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.PRECONDITION_REQUIRED;
import static io.github.cognitoconnector.problem.ProblemType.STALE;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.ETags;
import io.github.cognitoconnector.rest.Flag;
import io.github.cognitoconnector.rest.MergePatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}/users/{user}}. */
@Path("/v1/apps/{appId}/users/{user}")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserResource {

    private final UserService users;
    private final UserUpdateService updates;
    private final LockoutService lockouts;
    private final CurrentApp app;

    UserResource(UserService users, UserUpdateService updates, LockoutService lockouts, CurrentApp app) {
        this.users = users;
        this.updates = updates;
        this.lockouts = lockouts;
        this.app = app;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(operationId = "getUser", summary = "Get a user")
    @APIResponseSchema(User.class)
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH})
    public RestResponse<User> get(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user) {
        return ok(users.get(app.get(), UserRef.parse(user)));
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "updateUser",
            summary = "Change a user's attributes by a JSON Merge Patch",
            description =
                    "`null` deletes an attribute, and so does a blank value. What is not named stays as it is. Patches of"
                            + " one user wait for each other.")
    @APIResponseSchema(User.class)
    @Problems({
        USER_NOT_FOUND,
        AMBIGUOUS_USER,
        ALIAS_EXISTS,
        INVALID_PATH,
        INVALID_ATTRIBUTE,
        EMAIL_DOMAIN_NOT_ALLOWED,
        STALE,
        VALIDATION_FAILED
    })
    public RestResponse<User> update(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @Valid @NotNull UpdateUserRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(updates.update(app.get(), UserRef.parse(user), request, ifMatch));
    }

    @DELETE
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "deleteUser",
            summary = "Delete a user for good",
            description = "Needs `If-Match` with the user's `ETag`, or `force=true`.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, PRECONDITION_REQUIRED, STALE})
    public void delete(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("force")
                    @Parameter(description = "Delete in whatever state.")
                    @Schema(type = SchemaType.BOOLEAN)
                    @Nullable String force) {
        String condition = Flag.isSet("force", force) ? null : ETags.required(ifMatch);
        lockouts.delete(app.get(), UserRef.parse(user), condition);
    }

    private static RestResponse<User> ok(User user) {
        return RestResponse.ResponseBuilder.ok(user)
                .header(HttpHeaders.ETAG, user.etag())
                .build();
    }
}
