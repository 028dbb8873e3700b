package io.github.cognitoconnector.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps which problem an operation answered, for those who look at the request when it is over. */
public class ProblemNotes {

    @ServerResponseFilter
    public void note(ContainerResponseContext response, RoutingContext request) {
        if (response.getEntity() instanceof Problem problem) {
            HttpAnswer.note(request, problem.code());
        }
    }
}
