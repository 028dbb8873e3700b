package io.github.cognitoconnector.group;

import static io.github.cognitoconnector.problem.ProblemType.GROUP_EXISTS;
import static io.github.cognitoconnector.problem.ProblemType.GROUP_NOT_EMPTY;
import static io.github.cognitoconnector.problem.ProblemType.GROUP_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_IN_FLIGHT;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.STALE;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Created;
import io.github.cognitoconnector.rest.Flag;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.MergePatch;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}/groups}. */
@Path("/v1/apps/{appId}/groups")
@Tag(name = "Groups", description = "The groups of the app's user pool.")
@RunOnVirtualThread
public class GroupResource {

    private final GroupService groups;
    private final GroupChangeService changing;
    private final CurrentApp app;
    private final Pages pages;
    private final Mutation mutation;

    GroupResource(GroupService groups, GroupChangeService changing, CurrentApp app, Pages pages, Mutation mutation) {
        this.groups = groups;
        this.changing = changing;
        this.app = app;
        this.pages = pages;
        this.mutation = mutation;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.GROUPS_WRITE)
    @Operation(operationId = "createGroup", summary = "Create a group")
    @APIResponseSchema(value = Group.class, responseCode = "201")
    @Problems({GROUP_EXISTS, UNSUPPORTED_STATE, VALIDATION_FAILED, IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_MISMATCH})
    public RestResponse<Group> create(@Valid @NotNull CreateGroupRequest request, UriInfo uri) {
        mutation.target("group", request.name());
        Group created = groups.create(app.get(), request);
        return Created.at(uri, created.name(), created.etag(), created);
    }

    @GET
    @PermissionsAllowed(Permission.GROUPS_READ)
    @Operation(operationId = "listGroups", summary = "List the groups of the user pool")
    @Problems({INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<Group>> list(@BeanParam PageRequest page, UriInfo uri) {
        var current = app.get();
        String query = String.join("/", current.id(), current.userPoolId(), "groups");
        return pages.answer(query, page, uri, (limit, at) -> groups.list(current, limit, at));
    }

    @GET
    @Path("{group}")
    @PermissionsAllowed(Permission.GROUPS_READ)
    @Operation(operationId = "getGroup", summary = "Get a group")
    @APIResponseSchema(Group.class)
    @Problems(GROUP_NOT_FOUND)
    public RestResponse<Group> get(@PathParam("group") @Parameter(example = "demo") String group) {
        return ok(groups.get(app.get(), GroupPath.name(group)));
    }

    @PATCH
    @Path("{group}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.GROUPS_WRITE)
    @Operation(
            operationId = "updateGroup",
            summary = "Change a group by a JSON Merge Patch",
            description = "`description`, `precedence` and `roleArn`; `null` removes. Nothing is written where nothing"
                    + " changes. Where Cognito keeps a precedence or a role that was to be removed, the answer is"
                    + " `unsupported-state`.")
    @APIResponseSchema(Group.class)
    @Problems({GROUP_NOT_FOUND, INVALID_PATH, VALIDATION_FAILED, STALE, UNSUPPORTED_STATE})
    public RestResponse<Group> update(
            @PathParam("group") @Parameter(example = "demo") String group,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation = Object.class,
                                                            examples = UpdateGroupRequest.EXAMPLE)))
                    @NotNull ObjectNode changes,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(changing.update(app.get(), GroupPath.name(group), ifMatch, changes));
    }

    @DELETE
    @Path("{group}")
    @PermissionsAllowed(Permission.GROUPS_WRITE)
    @Operation(
            operationId = "deleteGroup",
            summary = "Delete a group for good",
            description = "A group with members needs `force=true`; they stay, and are in one group less.")
    @Problems({GROUP_NOT_FOUND, INVALID_PATH, GROUP_NOT_EMPTY, STALE})
    public void delete(
            @PathParam("group") @Parameter(example = "demo") String group,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("force")
                    @Parameter(description = "Delete with its memberships.")
                    @Schema(type = SchemaType.BOOLEAN)
                    @Nullable String force) {
        changing.delete(app.get(), GroupPath.name(group), ifMatch, Flag.isSet("force", force));
    }

    private static RestResponse<Group> ok(Group group) {
        return RestResponse.ResponseBuilder.ok(group)
                .header(HttpHeaders.ETAG, group.etag())
                .build();
    }
}
