package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_IN_FLIGHT;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.job.Job;
import io.github.cognitoconnector.job.JobService;
import io.github.cognitoconnector.job.StartedJob;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Flag;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.OwnDryRun;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/apps/{appId}/bulk}. */
@Path("/v1/apps/{appId}/bulk")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class BulkResource {

    private final BulkService bulk;
    private final JobService jobs;
    private final CurrentApp app;

    BulkResource(BulkService bulk, JobService jobs, CurrentApp app) {
        this.bulk = bulk;
        this.jobs = jobs;
        this.app = app;
    }

    @POST
    @Idempotent
    @OwnDryRun
    @PermissionsAllowed(
            value = {Permission.USERS_WRITE, Permission.JOBS_WRITE},
            inclusive = true)
    @Operation(
            operationId = "startBulk",
            summary = "Carry out up to 1,000 operations on users and memberships",
            description = "Needs `users.write` and `jobs.write`, and for memberships `groups.write`.")
    @APIResponseSchema(value = Job.class, responseCode = "202")
    @Problems({VALIDATION_FAILED, THROTTLED, IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_MISMATCH})
    public RestResponse<Job> start(
            @Valid @NotNull BulkRequest request,
            @QueryParam("dryRun")
                    @Parameter(
                            description =
                                    "`true`: the outcome of each operation is predicted, and nothing is written to AWS.")
                    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
                    @Nullable String dryRun) {
        return StartedJob.of(jobs.get(bulk.start(app.get(), request, Flag.isSet("dryRun", dryRun))));
    }
}
