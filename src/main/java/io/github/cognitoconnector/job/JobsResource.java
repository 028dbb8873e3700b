package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/jobs}. */
@Path("/v1/jobs")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class JobsResource {

    private final JobService jobs;
    private final SecurityIdentity identity;
    private final Pages pages;

    JobsResource(JobService jobs, SecurityIdentity identity, Pages pages) {
        this.jobs = jobs;
        this.identity = identity;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(operationId = "listJobs", summary = "List the jobs of all apps that the caller may act on, newest first")
    @Problems({INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<Job>> list(@BeanParam PageRequest page, UriInfo uri) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        String query = "jobs of " + caller.appScope();
        return pages.answer(query, page, uri, (limit, at) -> jobs.list(caller.appScope(), limit, at));
    }
}
