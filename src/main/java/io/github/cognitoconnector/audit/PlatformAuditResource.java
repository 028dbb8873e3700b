package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** {@code /v1/audit}: the platform's. */
@Path("/v1/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
public class PlatformAuditResource {

    private final AuditService audit;
    private final Pages pages;
    private final ObjectMapper json;

    PlatformAuditResource(AuditService audit, Pages pages, ObjectMapper json) {
        this.audit = audit;
        this.pages = pages;
        this.json = json;
    }

    @GET
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "listPlatformAudit",
            summary = "List what was done that concerns no app, newest first",
            description =
                    "Registrations of apps, and what was refused to callers of other apps. With `appId` the whole chain of"
                            + " an app, which may have been removed.")
    @Problems({INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<AuditEvent>> list(
            @BeanParam AuditParameters parameters,
            @BeanParam ChainParameter of,
            @BeanParam PageRequest page,
            UriInfo uri) {
        AuditQuery query = parameters.query();
        Chain chain = new Chain(of.chain(), false);
        String binding = String.join("\n", "platform-audit", chain.name(), query.text());
        return pages.answer(binding, page, uri, (limit, at) -> audit.list(chain, query, limit, at));
    }

    @GET
    @Path("export")
    @Produces(NdjsonExport.MEDIA_TYPE)
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "exportPlatformAudit",
            summary = "Get the whole trail of no app, or of one, as lines of JSON, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON, each like an item of the list.",
            content =
                    @Content(
                            mediaType = NdjsonExport.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, examples = AuditExamples.EXPORT)))
    public RestResponse<StreamingOutput> export(@BeanParam AuditParameters parameters, @BeanParam ChainParameter of) {
        AuditQuery query = parameters.query();
        Chain chain = new Chain(of.chain(), false);
        return RestResponse.ok(new NdjsonExport(json, each -> audit.export(chain, query, each)));
    }

    @GET
    @Path("verify")
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "verifyPlatformAudit",
            summary = "Look for rows of no app, or of one, that were edited, deleted, reordered or cut off")
    @APIResponseSchema(AuditVerification.class)
    public AuditVerification verify(@BeanParam NotedRow noted, @BeanParam ChainParameter of) {
        return audit.verify(of.chain(), noted.place());
    }
}
