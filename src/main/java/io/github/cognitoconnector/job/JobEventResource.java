package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.problem.ProblemType.JOB_NOT_FOUND;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/jobs/{job}/events}. */
@Path("/v1/jobs/{job}/events")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class JobEventResource {

    private final JobWatch watch;
    private final ObjectMapper json;

    JobEventResource(JobWatch watch, ObjectMapper json) {
        this.watch = watch;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(
            operationId = "watchJob",
            summary = "Watch the progress of a job",
            description =
                    "Server-sent events named `job`, each with the job as it is then: one at once, one for every second in"
                            + " which it changes, and the last one when it is over. After five minutes the stream ends, for the"
                            + " client to connect again.")
    @APIResponse(
            responseCode = "200",
            description = "Events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class, examples = "event: job\ndata: {…}\n\n")))
    @Problems(JOB_NOT_FOUND)
    public RestResponse<StreamingOutput> watch(@PathParam("job") @Parameter(example = JobResource.EXAMPLE) String job) {
        JobWatch.Seat seat = watch.sit(JobId.parse(job));
        StreamingOutput events = output -> seat.each(
                text -> {
                    output.write(text.getBytes(StandardCharsets.UTF_8));
                    output.flush();
                },
                json);
        return RestResponse.ResponseBuilder.ok(events, MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
