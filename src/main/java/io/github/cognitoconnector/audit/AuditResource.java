package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.audit.AuditReader.Chain;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/audit}. */
@Path("/v1/apps/{appId}/audit")
@Tag(name = "Audit", description = "Who did what: a row for every mutation and every refused one.")
@RunOnVirtualThread
public class AuditResource {

    private final AuditService audit;
    private final CurrentApp app;
    private final Pages pages;
    private final ObjectMapper json;

    AuditResource(AuditService audit, CurrentApp app, Pages pages, ObjectMapper json) {
        this.audit = audit;
        this.app = app;
        this.pages = pages;
        this.json = json;
    }

    @GET
    @PermissionsAllowed(Permission.AUDIT_READ)
    @Operation(
            operationId = "listAudit",
            summary = "List what was done to the app, its users and groups, newest first",
            description = "An app that was registered anew does not see the rows of an earlier one of its id.")
    @Problems({INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<AuditEvent>> list(
            @BeanParam AuditParameters parameters, @BeanParam PageRequest page, UriInfo uri) {
        AuditQuery query = parameters.query();
        App current = app.get();
        String binding =
                String.join("\n", "audit", current.id(), current.createdAt().toString(), query.text());
        return pages.answer(binding, page, uri, (limit, at) -> audit.list(chain(current), query, limit, at));
    }

    @GET
    @Path("export")
    @Produces(NdjsonExport.MEDIA_TYPE)
    @PermissionsAllowed(Permission.AUDIT_READ)
    @Operation(
            operationId = "exportAudit",
            summary = "Get the whole audit trail as lines of JSON, oldest first",
            description = "The last line is `{\"end\": true, \"count\": …}`; without it something is missing.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON, each like an item of the list.",
            content =
                    @Content(
                            mediaType = NdjsonExport.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, examples = AuditExamples.EXPORT)))
    public RestResponse<StreamingOutput> export(@BeanParam AuditParameters parameters) {
        AuditQuery query = parameters.query();
        Chain chain = chain(app.get());
        return RestResponse.ok(new NdjsonExport(json, each -> audit.export(chain, query, each)));
    }

    @GET
    @Path("verify")
    @PermissionsAllowed(Permission.AUDIT_READ)
    @Operation(
            operationId = "verifyAudit",
            summary = "Look for rows that were edited, deleted, reordered or cut off",
            description =
                    "Reads the whole chain. Note `last`, and give it back as `seq` and `hash` next time: so it is found"
                            + " too if somebody who owns the database has written the chain anew.")
    @APIResponseSchema(AuditVerification.class)
    public AuditVerification verify(@BeanParam NotedRow noted) {
        return audit.verify(app.get().id(), noted.place());
    }

    private static Chain chain(App current) {
        return new Chain(current.id(), true);
    }
}
