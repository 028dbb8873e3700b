package io.github.cognitoconnector.job;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a request that starts a job: 202 with {@code Location}. */
public final class StartedJob {

    private StartedJob() {}

    public static RestResponse<Job> of(Job job) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .header(HttpHeaders.LOCATION, "/v1/jobs/" + job.id())
                .build();
    }
}
