package io.github.cognitoconnector.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** Turns a problem into an answer: status, media type, headers, body. */
final class ProblemResponses {

    private ProblemResponses() {}

    static RestResponse<Problem> of(ProblemException e, String instance) {
        Problem problem =
                Problem.of(e, instance, Span.current().getSpanContext().getTraceId());
        var response = RestResponse.ResponseBuilder.<Problem>create(
                        problem.status(),
                        HttpResponseStatus.valueOf(problem.status()).reasonPhrase())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        Duration retryAfter = e.retryAfter();
        if (retryAfter != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
        if (e.type() == ProblemType.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
