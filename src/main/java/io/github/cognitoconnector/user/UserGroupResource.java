package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.GROUP_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.group.Group;
import io.github.cognitoconnector.group.GroupPath;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/users/{user}/groups}. */
@Path("/v1/apps/{appId}/users/{user}/groups")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserGroupResource {

    private final GroupService groups;
    private final UserFinder finder;
    private final CurrentApp app;
    private final Pages pages;

    UserGroupResource(GroupService groups, UserFinder finder, CurrentApp app, Pages pages) {
        this.groups = groups;
        this.finder = finder;
        this.app = app;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(operationId = "listGroupsOfUser", summary = "List the groups that a user is in")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<Group>> list(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @BeanParam PageRequest page,
            UriInfo uri) {
        App current = app.get();
        UserRef ref = UserRef.parse(user);
        String query = String.join("/", current.id(), current.userPoolId(), "groups of", user);
        return pages.answer(
                query, page, uri, (limit, at) -> groups.listOfUser(current, finder.username(current, ref), limit, at));
    }

    @PUT
    @Path("{group}")
    @PermissionsAllowed(Permission.GROUPS_WRITE)
    @Operation(operationId = "addUserToGroup", summary = "Add a user to a group", description = "Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, GROUP_NOT_FOUND, INVALID_PATH, UNSUPPORTED_STATE})
    public void add(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @PathParam("group") @Parameter(example = "demo") String group) {
        App current = app.get();
        String name = GroupPath.name(group);
        groups.add(current, finder.username(current, UserRef.parse(user)), name);
    }

    @DELETE
    @Path("{group}")
    @PermissionsAllowed(Permission.GROUPS_WRITE)
    @Operation(operationId = "removeUserFromGroup", summary = "Remove a user from a group", description = "Repeatable.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, GROUP_NOT_FOUND, INVALID_PATH})
    public void remove(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @PathParam("group") @Parameter(example = "demo") String group) {
        App current = app.get();
        String name = GroupPath.name(group);
        groups.remove(current, finder.username(current, UserRef.parse(user)), name);
    }
}
