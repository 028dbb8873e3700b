package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.problem.ProblemType.GROUP_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.group.GroupPath;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
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

/** {@code /v1/apps/{appId}/groups/{group}/users}. */
@Path("/v1/apps/{appId}/groups/{group}/users")
@Tag(name = "Groups")
@RunOnVirtualThread
public class GroupMemberResource {

    private final GroupMemberService members;
    private final CurrentApp app;
    private final Pages pages;

    GroupMemberResource(GroupMemberService members, CurrentApp app, Pages pages) {
        this.members = members;
        this.app = app;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(
            value = {Permission.GROUPS_READ, Permission.USERS_READ},
            inclusive = true)
    @Operation(
            operationId = "listUsersOfGroup",
            summary = "List the users that are in a group",
            description = "Needs `groups.read` and `users.read`, since it shows users.")
    @Problems({GROUP_NOT_FOUND, INVALID_PATH, INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<User>> list(
            @PathParam("group") @Parameter(example = "demo") String group, @BeanParam PageRequest page, UriInfo uri) {
        App current = app.get();
        String name = GroupPath.name(group);
        String query = String.join("/", current.id(), current.userPoolId(), "users of", name);
        return pages.answer(query, page, uri, (limit, at) -> members.list(current, name, limit, at));
    }
}
