package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/jobs}. */
@Path("/v1/apps/{appId}/jobs")
@Tag(name = "Jobs")
@RunOnVirtualThread
public class AppJobsResource {

    private final JobService jobs;
    private final CurrentApp app;
    private final Pages pages;

    AppJobsResource(JobService jobs, CurrentApp app, Pages pages) {
        this.jobs = jobs;
        this.app = app;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(operationId = "listJobsOfApp", summary = "List the jobs of an app, newest first")
    @Problems({INVALID_CURSOR, VALIDATION_FAILED})
    public RestResponse<Page<Job>> list(@BeanParam PageRequest page, UriInfo uri) {
        App current = app.get();
        return pages.answer(
                "jobs of app " + current.id(), page, uri, (limit, at) -> jobs.list(current.id(), limit, at));
    }
}
