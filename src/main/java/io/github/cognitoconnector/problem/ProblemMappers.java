package io.github.cognitoconnector.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. What is not known here is {@code internal}, and logged. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllowedMethods allowed;

    ProblemMappers(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> problem(ProblemException e, UriInfo uri) {
        return answer(e, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<Problem> unauthenticated(SecurityException e, UriInfo uri) {
        return answer(SecurityProblems.ofAuthentication(e), uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException e, UriInfo uri, RoutingContext request) {
        return answer(MissingPermission.of(request, e), uri);
    }

    @ServerExceptionMapper({ConstraintViolationException.class, ResteasyReactiveViolationException.class})
    public RestResponse<Problem> constraints(ConstraintViolationException e, UriInfo uri) {
        return answer(ConstraintProblems.of(e), uri);
    }

    @ServerExceptionMapper({
        MismatchedInputException.class,
        DatabindException.class,
        StreamReadException.class,
        StreamConstraintsException.class
    })
    public RestResponse<Problem> json(Exception e, UriInfo uri) {
        return answer(JsonProblems.of(e), uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> wrapped(UncheckedIOException e, UriInfo uri) {
        return e.getCause() instanceof JacksonException json ? json(json, uri) : unexpected(e, uri);
    }

    @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
    public RestResponse<Problem> path(ClientErrorException e, UriInfo uri) {
        Set<String> methods = allowed.of(uri.getRequestUri().getRawPath());
        ProblemType type = methods.isEmpty() ? ProblemType.NOT_FOUND : ProblemType.METHOD_NOT_ALLOWED;
        RestResponse<Problem> answer = answer(ProblemException.of(type, type.title() + ".", e), uri);
        if (!methods.isEmpty()) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
        }
        return answer;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> framework(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof StreamReadException || e.getCause() instanceof DatabindException) {
            return answer(JsonProblems.of(e.getCause()), uri);
        }
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        return type == ProblemType.INTERNAL
                ? unexpected(e, uri)
                : answer(ProblemException.of(type, type.title() + ".", e), uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unexpected(Throwable e, UriInfo uri) {
        if (DatabaseProblems.unavailable(e)) {
            LOG.warnf("The database cannot be reached: %s", e.getMessage());
            return answer(ProblemException.of(ProblemType.DATABASE_UNAVAILABLE, "Try again in a moment.", e), uri);
        }
        LOG.error("Unexpected failure", e);
        return answer(ProblemException.of(ProblemType.INTERNAL, "The failure is logged under the trace id.", e), uri);
    }

    private static RestResponse<Problem> answer(ProblemException e, UriInfo uri) {
        return ProblemResponses.of(e, uri.getRequestUri().getRawPath());
    }
}
