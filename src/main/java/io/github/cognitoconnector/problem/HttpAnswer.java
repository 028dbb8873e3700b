package io.github.cognitoconnector.problem;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A problem as the answer to a request that comes to no operation. */
public final class HttpAnswer {

    private static final String KEY = HttpAnswer.class.getName();

    private HttpAnswer() {}

    /** Answers at once; nobody else looks at the request. */
    public static void write(RoutingContext request, ProblemException e) {
        note(request, e.type().code());
        String path = request.request().uri().replaceFirst("[?#].*", "");
        Problem problem = Problem.of(e, path, Span.current().getSpanContext().getTraceId());
        HttpServerResponse response = request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Duration retryAfter = e.retryAfter();
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        response.end(JsonObject.mapFrom(problem).encode());
    }

    /** Keeps the code of the problem that the request is answered with. */
    static void note(RoutingContext request, String code) {
        request.put(KEY, code);
    }

    /** The code of the problem that the request was answered with; null if it was none. */
    public static @Nullable String codeOf(RoutingContext request) {
        return request.get(KEY);
    }
}
