package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the operation does not declare. */
public class RequestGuard {

    @ServerRequestFilter
    public void query(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty()) {
            return;
        }
        Method operation = resource.getResourceMethod();
        Set<String> known = new HashSet<>(QueryParameters.of(operation));
        if (Mutations.is(request.getMethod(), operation)) {
            known.add(DryRunFilter.PARAMETER);
        }
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
}
