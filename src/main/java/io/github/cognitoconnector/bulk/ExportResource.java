package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.problem.ProblemType.CREDENTIALS_REJECTED;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_FAILED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_TIMEOUT;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_UNAVAILABLE;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/export}. */
@Path("/v1/apps/{appId}/export")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class ExportResource {

    private static final String NDJSON_EXAMPLE = """
            {"username": "ada", "sub": "…", "status": "CONFIRMED", "enabled": true, "attributes": {}, "groups": ["demo"]}
            {"end": true, "count": 1}
            """;

    private static final String CSV_EXAMPLE = """
            username,sub,status,enabled,createdAt,updatedAt,email,groups
            ada,…,CONFIRMED,true,2026-11-20T12:00:00Z,2026-11-20T12:00:00Z,ada@example.com,demo
            {"end": true, "count": 1}
            """;

    private final ExportService exports;
    private final CurrentApp app;

    ExportResource(ExportService exports, CurrentApp app) {
        this.exports = exports;
        this.app = app;
    }

    @GET
    @Produces(ImportResource.NDJSON)
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "exportUsers",
            summary = "Get all users of the app's user pool, as lines",
            description =
                    "As fast as the caller reads and the quota of lists allows. The last line says that it is complete, and how"
                            + " many there are; without it something is missing. If Cognito fails in between, the last line is"
                            + " `{\"end\": false, \"count\": …, \"cursor\": …, \"problem\": …}`, and the export goes on with"
                            + " that cursor, which is good for an hour.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each user",
            content = {
                @Content(
                        mediaType = ImportResource.NDJSON,
                        schema = @Schema(implementation = String.class, examples = NDJSON_EXAMPLE)),
                @Content(
                        mediaType = ImportResource.CSV,
                        schema = @Schema(implementation = String.class, examples = CSV_EXAMPLE))
            })
    @Problems({INVALID_CURSOR, THROTTLED, CREDENTIALS_REJECTED, UPSTREAM_FAILED, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT
    })
    public RestResponse<StreamingOutput> export(@BeanParam ExportParameters parameters) {
        return answer(parameters);
    }

    /** The same for whoever accepts nothing else; which of the two it is the format says. */
    @GET
    @Produces(ImportResource.CSV + ";qs=0.1")
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(operationId = "exportUsersAsCsv", hidden = true)
    public RestResponse<StreamingOutput> exportCsv(@BeanParam ExportParameters parameters) {
        return answer(parameters);
    }

    private RestResponse<StreamingOutput> answer(ExportParameters parameters) {
        ExportPlan plan = parameters.plan();
        ExportService.Export export = exports.begin(app.get(), plan, parameters.cursor());
        return RestResponse.ResponseBuilder.ok((StreamingOutput) export::write)
                .type(plan.csv() ? ImportResource.CSV : ImportResource.NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
