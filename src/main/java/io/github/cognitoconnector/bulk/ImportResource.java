package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.problem.ProblemType.CONTENT_TOO_LARGE;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_IN_FLIGHT;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.job.Job;
import io.github.cognitoconnector.job.JobService;
import io.github.cognitoconnector.job.StartedJob;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.OwnDryRun;
import io.github.cognitoconnector.rest.Upload;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/imports}. */
@Path("/v1/apps/{appId}/imports")
@Tag(name = "Jobs", description = "Bulk work that stays inside Cognito's request quotas and survives crashes.")
@RunOnVirtualThread
public class ImportResource {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final String CSV_EXAMPLE = """
            username,email,email_verified,groups,enabled
            grace,grace@example.com,true,demo,true
            """;

    private static final String NDJSON_EXAMPLE = """
            {"username": "grace", "attributes": {"email": "grace@example.com", "email_verified": "true"}, "groups": ["demo"]}
            """;

    private final ImportService imports;
    private final JobService jobs;
    private final CurrentApp app;

    ImportResource(ImportService imports, JobService jobs, CurrentApp app) {
        this.imports = imports;
        this.jobs = jobs;
        this.app = app;
    }

    @POST
    @Upload
    @Idempotent
    @OwnDryRun
    @Consumes({CSV, NDJSON})
    @PermissionsAllowed(
            value = {Permission.USERS_WRITE, Permission.JOBS_WRITE},
            inclusive = true)
    @Operation(
            operationId = "importUsers",
            summary = "Import users from a file",
            description =
                    "At most 500,000 rows and 100 MiB. CSV has a header: `username` (or `cognito:username`), attribute names,"
                            + " `groups` (separated by spaces), `enabled`, `temporaryPassword`; Cognito's own header is taken"
                            + " as it is. A line of NDJSON is the body of `createUser` plus `enabled`. A file that cannot be"
                            + " read is refused as a whole, with the line; a row that cannot be carried out is rejected in the"
                            + " job's results. Needs `users.write` and `jobs.write`.")
    @RequestBody(
            content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class, examples = CSV_EXAMPLE)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class, examples = NDJSON_EXAMPLE))
            })
    @APIResponseSchema(value = Job.class, responseCode = "202")
    @Problems({
        VALIDATION_FAILED,
        CONTENT_TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        THROTTLED,
        IDEMPOTENCY_IN_FLIGHT,
        IDEMPOTENCY_MISMATCH
    })
    public RestResponse<Job> start(
            @BeanParam ImportParameters parameters, InputStream upload, @Context HttpHeaders headers) {
        MediaType sent = headers.getMediaType();
        String mediaType = sent == null ? "" : sent.getType() + "/" + sent.getSubtype();
        return StartedJob.of(
                jobs.get(imports.start(app.get(), parameters.plan(), mediaType, parameters.mapping(), upload)));
    }
}
