package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.problem.ProblemType.JOB_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;

import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/jobs/{job}}. */
@Path("/v1/jobs/{job}")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class JobResource {

    static final String EXAMPLE = "demo.0b6f1c9e-3c52-4f0e-9a59-3f4a5a6b7c8d";

    private final JobService jobs;

    JobResource(JobService jobs) {
        this.jobs = jobs;
    }

    @GET
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(operationId = "getJob", summary = "Get a job and how far it is")
    @APIResponseSchema(Job.class)
    @Problems(JOB_NOT_FOUND)
    public Job get(@PathParam("job") @Parameter(example = EXAMPLE) String job) {
        return jobs.get(JobId.parse(job));
    }

    @POST
    @Path("pause")
    @PermissionsAllowed(Permission.JOBS_WRITE)
    @Operation(
            operationId = "pauseJob",
            summary = "Keep further rows from being begun",
            description =
                    "Rows under way end. Repeatable. A paused job is removed with its rows when nobody has touched it"
                            + " for as long as jobs are kept.")
    @APIResponseSchema(Job.class)
    @Problems({JOB_NOT_FOUND, UNSUPPORTED_STATE})
    public Job pause(@PathParam("job") @Parameter(example = EXAMPLE) String job) {
        return jobs.pause(JobId.parse(job));
    }

    @POST
    @Path("resume")
    @PermissionsAllowed(Permission.JOBS_WRITE)
    @Operation(operationId = "resumeJob", summary = "Go on with a paused job", description = "Repeatable.")
    @APIResponseSchema(Job.class)
    @Problems({JOB_NOT_FOUND, UNSUPPORTED_STATE})
    public Job resume(@PathParam("job") @Parameter(example = EXAMPLE) String job) {
        return jobs.resume(JobId.parse(job));
    }

    @POST
    @Path("cancel")
    @PermissionsAllowed(Permission.JOBS_WRITE)
    @Operation(
            operationId = "cancelJob",
            summary = "End a job before its rows have ended",
            description = "What was done stays done; rows under way still get their outcomes. Repeatable.")
    @APIResponseSchema(Job.class)
    @Problems({JOB_NOT_FOUND, UNSUPPORTED_STATE})
    public Job cancel(@PathParam("job") @Parameter(example = EXAMPLE) String job) {
        return jobs.cancel(JobId.parse(job));
    }

    @POST
    @Path("retry")
    @PermissionsAllowed(Permission.JOBS_WRITE)
    @Operation(
            operationId = "retryJob",
            summary = "Try the rejected rows of a job again",
            description =
                    "Of a job that has completed or failed. Rows that could not be read, or are about a user of another"
                            + " row, stay rejected.")
    @APIResponseSchema(Job.class)
    @Problems({JOB_NOT_FOUND, UNSUPPORTED_STATE})
    public Job retry(@PathParam("job") @Parameter(example = EXAMPLE) String job) {
        return jobs.retry(JobId.parse(job));
    }
}
