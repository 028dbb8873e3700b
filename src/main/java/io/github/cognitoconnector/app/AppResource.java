package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.problem.ProblemType.PRECONDITION_REQUIRED;
import static io.github.cognitoconnector.problem.ProblemType.REGION_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.STALE;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.credentials.CredentialsStatus;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.ETags;
import io.github.cognitoconnector.rest.MergePatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}}. */
@Path("/v1/apps/{appId}")
@Tag(name = "Apps")
@RunOnVirtualThread
public class AppResource {

    private final AppService apps;
    private final AppPatch patch;
    private final CurrentApp app;
    private final CredentialsStatus credentials;

    AppResource(AppService apps, AppPatch patch, CurrentApp app, CredentialsStatus credentials) {
        this.apps = apps;
        this.patch = patch;
        this.app = app;
        this.credentials = credentials;
    }

    @GET
    @PermissionsAllowed({Permission.APPS_ADMIN, Permission.USERS_READ})
    @Operation(operationId = "getApp", summary = "Get an app")
    @APIResponseSchema(App.class)
    public RestResponse<App> get() {
        return ok(app.get());
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(operationId = "updateApp", summary = "Change an app by a JSON Merge Patch")
    @APIResponseSchema(App.class)
    @Problems({PRECONDITION_REQUIRED, STALE, VALIDATION_FAILED, REGION_MISMATCH})
    public RestResponse<App> update(
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation = Object.class,
                                                            examples = AppExamples.PATCH)))
                    @NotNull ObjectNode changes,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String condition = ETags.required(ifMatch);
        return ok(apps.update(app.get().id(), condition, current -> patch.apply(current, changes)));
    }

    @DELETE
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "deleteApp",
            summary = "Remove an app's registration",
            description = "The user pool, its users and groups stay as they are.")
    @Problems({PRECONDITION_REQUIRED, STALE})
    public void delete(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        apps.delete(app.get().id(), ETags.required(ifMatch));
    }

    private RestResponse<App> ok(App stored) {
        return RestResponse.ResponseBuilder.ok(current(stored))
                .header(HttpHeaders.ETAG, stored.etag())
                .build();
    }

    private App current(App stored) {
        return stored.with(credentials.of(stored.id(), stored.credentials()));
    }
}
