package io.github.cognitoconnector.group;

import static io.github.cognitoconnector.problem.ProblemType.GROUP_EXISTS;
import static io.github.cognitoconnector.problem.ProblemType.GROUP_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_IN_FLIGHT;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Created;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/groups}. */
@Path("/v1/apps/{appId}/groups")
@Tag(name = "Groups", description = "The groups of the app's user pool.")
@RunOnVirtualThread
public class GroupResource {

    private final GroupService groups;
    private final CurrentApp app;
    private final Pages pages;
    private final Mutation mutation;

    GroupResource(GroupService groups, CurrentApp app, Pages pages, Mutation mutation) {
        this.groups = groups;
        this.app = app;
        this.pages = pages;
        this.mutation = mutation;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.GROUPS_WRITE)
    @Operation(operationId = "createGroup", summary = "Create a group")
    @APIResponseSchema(value = Group.class, responseCode = "201")
    @Problems({GROUP_EXISTS, VALIDATION_FAILED, IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_MISMATCH})
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
        Group found = groups.get(app.get(), GroupPath.name(group));
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.etag())
                .build();
    }
}
