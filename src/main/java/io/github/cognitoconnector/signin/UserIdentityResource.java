package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.user.UserRef;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}/users/{user}/identities}. */
@Path("/v1/apps/{appId}/users/{user}/identities")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserIdentityResource {

    private final UserIdentityService identities;
    private final CurrentApp app;
    private final Pages pages;

    UserIdentityResource(UserIdentityService identities, CurrentApp app, Pages pages) {
        this.identities = identities;
        this.app = app;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "listIdentitiesOfUser",
            summary = "List the users of identity providers who sign in as a user")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<LinkedIdentity>> list(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @BeanParam PageRequest page,
            UriInfo uri) {
        App current = app.get();
        UserRef ref = UserRef.parse(user);
        String query = String.join("/", current.id(), current.userPoolId(), "identities of", user);
        return pages.answer(query, page, uri, (limit, at) -> identities.list(current, ref, limit, at));
    }

    @PUT
    @Path("{provider}")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "linkIdentityToUser",
            summary = "Let a user of an identity provider sign in as a user",
            description =
                    "Five at most. He must not have signed in yet by himself, nor be linked to another user. Not for a member"
                            + " of a group that carries permissions which the caller does not hold, unless the app allows"
                            + " it (`preventEscalation`). Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, NOT_FOUND, VALIDATION_FAILED, UNSUPPORTED_STATE})
    public void link(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @PathParam("provider") @Parameter(example = "Google") String provider,
            @Valid @NotNull LinkIdentityRequest request) {
        identities.link(app.get(), UserRef.parse(user), IdentityPath.provider(provider), request);
    }

    @DELETE
    @Path("{provider}")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "unlinkIdentitiesOfUser",
            summary = "Let no user of an identity provider sign in as a user any more",
            description =
                    "Whoever was linked is somebody else when he signs in again. Not for a member of a group that carries"
                            + " permissions which the caller does not hold, unless the app allows it"
                            + " (`preventEscalation`). Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, NOT_FOUND, VALIDATION_FAILED, UNSUPPORTED_STATE})
    public void unlink(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @PathParam("provider") @Parameter(example = "Google") String provider,
            @QueryParam("attributeName")
                    @Parameter(
                            description =
                                    "What the link was made by, if not by the provider's own name of its user, and he has not"
                                            + " signed in since.",
                            example = "email")
                    @Nullable String attributeName) {
        identities.unlink(app.get(), UserRef.parse(user), IdentityPath.provider(provider), attributeName);
    }
}
