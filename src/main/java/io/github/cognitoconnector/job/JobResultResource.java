package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.problem.ProblemType.JOB_NOT_FOUND;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/jobs/{job}/results}. */
@Path("/v1/jobs/{job}/results")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class JobResultResource {

    private static final String EXAMPLE = "{\"row\": 1, \"key\": \"grace\", \"outcome\": \"created\"}\n";
    private static final String PASSWORDS =
            "{\"row\": 1, \"key\": \"grace\", \"outcome\": \"created\", \"temporaryPassword\": \"…\"}\n";

    private final ResultService results;
    private final PasswordRights rights;
    private final ObjectMapper json;

    JobResultResource(ResultService results, PasswordRights rights, ObjectMapper json) {
        this.results = results;
        this.rights = rights;
        this.json = json;
    }

    @GET
    @Produces(ResultLines.NDJSON)
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(
            operationId = "getJobResults",
            summary = "Get what has become of the rows of a job, as lines",
            description = "Rows that have ended, in their order; lines of JSON, or CSV by `Accept`.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each row",
            content = {
                @Content(
                        mediaType = ResultLines.NDJSON,
                        schema = @Schema(implementation = String.class, examples = EXAMPLE)),
                @Content(
                        mediaType = ResultLines.CSV,
                        schema = @Schema(implementation = String.class, examples = "row,key,outcome,code,detail\n"))
            })
    @Problems(JOB_NOT_FOUND)
    public RestResponse<StreamingOutput> get(
            @PathParam("job") @Parameter(example = JobResource.EXAMPLE) String job,
            @QueryParam("outcome")
                    @Schema(enumeration = {"created", "updated", "unchanged", "deleted", "rejected"})
                    @Nullable String outcome) {
        return rows(job, outcome, false);
    }

    /** The same, by {@code Accept}. */
    @GET
    @Produces(ResultLines.CSV + ";qs=0.1")
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(operationId = "getJobResultsAsCsv", hidden = true)
    public RestResponse<StreamingOutput> getCsv(
            @PathParam("job") String job, @QueryParam("outcome") @Nullable String outcome) {
        return rows(job, outcome, true);
    }

    @POST
    @Path("passwords")
    @Produces(ResultLines.NDJSON)
    @PermissionsAllowed(
            value = {Permission.USERS_WRITE, Permission.JOBS_READ},
            inclusive = true)
    @Operation(
            operationId = "takeJobPasswords",
            summary = "Get the passwords that a job has generated, once",
            description =
                    "Of users whom it has created without a password of the caller's. What was handed out is kept nowhere"
                            + " any more. For whoever has started the job, and the platform; needs `users.write` and"
                            + " `jobs.read`.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each user",
            content = {
                @Content(
                        mediaType = ResultLines.NDJSON,
                        schema = @Schema(implementation = String.class, examples = PASSWORDS)),
                @Content(
                        mediaType = ResultLines.CSV,
                        schema = @Schema(implementation = String.class, examples = "row,key,temporaryPassword\n"))
            })
    @Problems(JOB_NOT_FOUND)
    public RestResponse<StreamingOutput> takePasswords(
            @PathParam("job") @Parameter(example = JobResource.EXAMPLE) String job) {
        return passwords(job, false);
    }

    /** The same, by {@code Accept}. */
    @POST
    @Path("passwords")
    @Produces(ResultLines.CSV + ";qs=0.1")
    @PermissionsAllowed(
            value = {Permission.USERS_WRITE, Permission.JOBS_READ},
            inclusive = true)
    @Operation(operationId = "takeJobPasswords", hidden = true)
    public RestResponse<StreamingOutput> takePasswordsCsv(@PathParam("job") String job) {
        return passwords(job, true);
    }

    private RestResponse<StreamingOutput> rows(String job, @Nullable String outcome, boolean csv) {
        JobId id = JobId.parse(job);
        RowOutcome filter = outcome(outcome);
        results.check(id);
        return lines(output -> {
            ResultLines lines = new ResultLines(json, output, csv, false);
            lines.header();
            results.each(id, filter, lines::row);
        });
    }

    private RestResponse<StreamingOutput> passwords(String job, boolean csv) {
        JobId id = JobId.parse(job);
        rights.check(id);
        return lines(output -> {
            ResultLines lines = new ResultLines(json, output, csv, true);
            lines.header();
            results.takePasswords(id, batch -> {
                batch.forEach(lines::row);
                lines.flush();
            });
        });
    }

    private static RestResponse<StreamingOutput> lines(StreamingOutput output) {
        return RestResponse.ResponseBuilder.ok(output)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static @Nullable RowOutcome outcome(@Nullable String text) {
        if (text == null) {
            return null;
        }
        RowOutcome outcome = RowOutcome.of(text);
        if (outcome == null) {
            throw ProblemException.field(ProblemType.INVALID_REQUEST, "/outcome", "No row has such an outcome.");
        }
        return outcome;
    }
}
