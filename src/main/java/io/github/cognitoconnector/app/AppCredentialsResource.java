package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.problem.ProblemType.STALE;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.credentials.CredentialsRequest;
import io.github.cognitoconnector.credentials.CredentialsStatus;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}/credentials}. */
@Path("/v1/apps/{appId}/credentials")
@Tag(name = "Apps")
@RunOnVirtualThread
public class AppCredentialsResource {

    private final AppCredentialsService credentials;
    private final CredentialsStatus status;
    private final CurrentApp app;

    AppCredentialsResource(AppCredentialsService credentials, CredentialsStatus status, CurrentApp app) {
        this.credentials = credentials;
        this.status = status;
        this.app = app;
    }

    @PUT
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "changeAppCredentials",
            summary = "Choose whose AWS credentials the app uses",
            description =
                    "What was chosen before is gone. Secrets are never given back. The form of what is sent is checked"
                            + " at once; whether AWS takes it, the connection test tells.")
    @APIResponseSchema(App.class)
    @Problems({STALE, VALIDATION_FAILED})
    public RestResponse<App> change(
            @Valid @NotNull CredentialsRequest request, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        App changed = credentials.change(app.get().id(), ifMatch, request);
        return RestResponse.ResponseBuilder.ok(changed.with(status.of(changed.id(), changed.credentials())))
                .header(HttpHeaders.ETAG, changed.etag())
                .build();
    }
}
