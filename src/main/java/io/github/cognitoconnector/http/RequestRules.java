package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.HttpAnswer;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Refuses what no operation could mean before any is looked for: odd paths, headers and bodies without measure. */
class RequestRules {

    /** The largest header section of a request, in characters; the HTTP server itself gives up at four times that. */
    private static final int MAX_HEADERS = 16 * 1024;

    private final int maxHeaders;
    private final long maxBody;

    RequestRules(HttpConfig config) {
        this.maxHeaders = config.maxHeaders();
        this.maxBody = Math.max(ArrivingBody.MAX, config.maxUpload().asLongValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.RULES);
    }

    private void check(RoutingContext context) {
        ProblemException refusal = refusal(context.request());
        if (refusal == null) {
            context.next();
        } else {
            HttpAnswer.write(context, refusal);
        }
    }

    private @Nullable ProblemException refusal(HttpServerRequest request) {
        if (request.headers().entries().size() > maxHeaders) {
            return ProblemException.of(
                    ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE, "There are at most " + maxHeaders + " headers.");
        }
        if (headers(request) > MAX_HEADERS) {
            return ProblemException.of(
                    ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The headers have at most " + MAX_HEADERS + " characters together.");
        }
        String target = request.uri();
        int query = target.indexOf('?');
        String flaw = PathRules.flawOf(query < 0 ? target : target.substring(0, query));
        if (flaw != null) {
            return ProblemException.of(ProblemType.INVALID_PATH, flaw);
        }
        if (query >= 0 && (target.indexOf('#') >= 0 || !PathRules.decodes(target.substring(query)))) {
            return ProblemException.of(ProblemType.INVALID_REQUEST, "A query is percent-encoded UTF-8.");
        }
        return ArrivingBody.length(request) > maxBody ? ArrivingBody.tooLarge(maxBody) : null;
    }

    private static int headers(HttpServerRequest request) {
        int size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
