package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.problem.ProblemType.APP_EXISTS;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_IN_FLIGHT;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.REGION_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.credentials.CredentialsStatus;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Created;
import io.github.cognitoconnector.rest.Idempotent;
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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps}. */
@Path("/v1/apps")
@Tag(name = "Apps", description = "The applications of the landscape and how each uses Cognito.")
@RunOnVirtualThread
public class AppsResource {

    private final AppCreation creation;
    private final AppService apps;
    private final CurrentApp app;
    private final Pages pages;
    private final CredentialsStatus credentials;

    AppsResource(AppCreation creation, AppService apps, CurrentApp app, Pages pages, CredentialsStatus credentials) {
        this.creation = creation;
        this.apps = apps;
        this.app = app;
        this.pages = pages;
        this.credentials = credentials;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(operationId = "createApp", summary = "Register an app")
    @APIResponseSchema(value = App.class, responseCode = "201")
    @Problems({APP_EXISTS, VALIDATION_FAILED, REGION_MISMATCH, IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_MISMATCH})
    public RestResponse<App> create(@Valid @NotNull AppRequest request, UriInfo uri) {
        App created = creation.create(request);
        return Created.at(uri, created.id(), created.etag(), current(created));
    }

    @GET
    @PermissionsAllowed({Permission.APPS_ADMIN, Permission.USERS_READ})
    @Operation(operationId = "listApps", summary = "List the apps that the caller may act on")
    @Problems({INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<App>> list(@BeanParam PageRequest page, UriInfo uri) {
        AppScope scope = app.scope();
        return pages.answer("apps/" + scope, page, uri, (limit, after) -> currentOnes(apps.list(scope, limit, after)));
    }

    private Page<App> currentOnes(Page<App> stored) {
        return new Page<>(stored.items().stream().map(this::current).toList(), stored.nextCursor());
    }

    private App current(App stored) {
        return stored.with(credentials.of(stored.id(), stored.credentials()));
    }
}
