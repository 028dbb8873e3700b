package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/users/{user}/sign-ins}. */
@Path("/v1/apps/{appId}/users/{user}/sign-ins")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserSignInResource {

    private final UserSignInService signIns;
    private final CurrentApp app;
    private final Pages pages;

    UserSignInResource(UserSignInService signIns, CurrentApp app, Pages pages) {
        this.signIns = signIns;
        this.app = app;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "listSignInsOfUser",
            summary = "List the sign-ins of a user",
            description = "The newest first, those that failed too. Where the user pool has threat protection.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, INVALID_CURSOR, VALIDATION_FAILED, UNSUPPORTED_STATE})
    public RestResponse<Page<SignIn>> list(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @BeanParam PageRequest page,
            UriInfo uri) {
        App current = app.get();
        UserRef ref = UserRef.parse(user);
        String query = String.join("/", current.id(), current.userPoolId(), "sign-ins of", user);
        return pages.answer(query, page, uri, (limit, at) -> signIns.list(current, ref, limit, at));
    }
}
