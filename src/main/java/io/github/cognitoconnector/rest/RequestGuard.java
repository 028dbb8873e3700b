package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what no operation takes: query parameters that it does not declare, bodies over 1 MiB. */
public class RequestGuard {

    /** The largest body of an ordinary request, in bytes. */
    static final long MAX_BODY = 1024 * 1024;

    @ServerRequestFilter
    public void query(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty()) {
            return;
        }
        Set<String> known = QueryParameters.of(resource.getResourceMethod());
        List<FieldError> errors = request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(p -> !known.contains(p.getKey()) || p.getValue().size() > 1)
                .map(p -> FieldError.of(
                        ProblemType.INVALID_REQUEST,
                        "/" + p.getKey(),
                        known.contains(p.getKey())
                                ? "This query parameter is given more than once."
                                : "This query parameter is not known here."))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.INVALID_REQUEST, errors);
        }
    }

    @ServerRequestFilter
    public void body(ContainerRequestContext request) {
        checkMediaType(request);
        if (request.getLength() > MAX_BODY) {
            throw BoundedInputStream.tooLarge();
        }
        if (request.hasEntity()) {
            request.setEntityStream(new BoundedInputStream(request.getEntityStream(), MAX_BODY));
        }
    }

    /** The framework takes a Content-Type that is no media type for a failure of its own. */
    private static void checkMediaType(ContainerRequestContext request) {
        try {
            request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is no media type.", e);
        }
    }
}
