package io.github.cognitoconnector.problem;

import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers what fails before any operation is looked for: what cannot be decoded, headers and bodies without measure. */
class HttpProblems {

    /** The largest header section of a request, in characters; the HTTP server itself gives up at four times that. */
    private static final int MAX_HEADERS = 16 * 1024;

    /** As dot segments these would name something else than the caller meant, encoded or not. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2[eE]){1,2}(/|$)");

    private static final int FIRST = 1000;

    private final long maxBody;

    HttpProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.maxBody = maxBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        String path = request.request().uri().replaceFirst("\\?.*", "");
        String query = Objects.requireNonNullElse(request.request().query(), "");
        if (headers(request.request()) > MAX_HEADERS) {
            answer(
                    request,
                    path,
                    ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The headers have at most " + MAX_HEADERS + " characters together.");
        } else if (path.indexOf(';') >= 0) {
            answer(request, path, ProblemType.INVALID_PATH, "A semicolon in a path is sent as %3B.");
        } else if (DOT_SEGMENT.matcher(path).find()) {
            answer(request, path, ProblemType.INVALID_PATH, "A name of dots alone is sent as username:..");
        } else if (!decodes(path)) {
            answer(request, path, ProblemType.INVALID_PATH, "A path is percent-encoded UTF-8.");
        } else if (!decodes(query)) {
            answer(request, path, ProblemType.INVALID_REQUEST, "A query is percent-encoded UTF-8.");
        } else if (length(request.request()) > maxBody) {
            // Nobody reads the body.
            request.response()
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(end -> request.request().connection().close());
            answer(request, path, ProblemType.CONTENT_TOO_LARGE, "No operation takes a body of this length.");
        } else {
            request.next();
        }
    }

    private static int headers(HttpServerRequest request) {
        int size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Whether every percent sign has two hexadecimal digits and the bytes are UTF-8. */
    static boolean decodes(String path) {
        ByteBuffer bytes = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
            } else if (i + 2 < path.length()
                    && HexFormat.isHexDigit(path.charAt(i + 1))
                    && HexFormat.isHexDigit(path.charAt(i + 2))) {
                bytes.put((byte) HexFormat.fromHexDigits(path, i + 1, i + 3));
                i += 2;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void answer(RoutingContext request, String path, ProblemType type, String detail) {
        String traceId = Span.current().getSpanContext().getTraceId();
        Problem problem = Problem.of(ProblemException.of(type, detail), path, traceId);
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(JsonObject.mapFrom(problem).encode());
    }
}
