package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Upload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes bodies in for operations whose caller is known: whole before the operation takes a thread, of at most 1 MiB, and
 * unpacked to no more than that. While its body is on the way a request does not count as one that is worked on. An
 * {@link Upload} reads its own while it arrives.
 */
public class BodyRules {

    private static final int ARRIVE = Priorities.HEADER_DECORATOR;
    private static final int UNPACK = ARRIVE + 1;

    private final Slots memory;
    private final Saturation saturation;
    private final Uploads uploads;

    BodyRules(HttpConfig config, Saturation saturation, Uploads uploads) {
        this.memory = new Slots(config.maxArriving().asLongValue());
        this.saturation = saturation;
        this.uploads = uploads;
    }

    /** Null, which is nothing to wait for, where there is no body. */
    @ServerRequestFilter(priority = ARRIVE)
    public @Nullable Uni<Void> arrive(ContainerRequestContext request, RoutingContext context, ResourceInfo operation) {
        checkMediaType(request);
        if (!RequestTime.hasBody(context.request())) {
            return null;
        }
        checkEncoding(request);
        if (isUpload(operation)) {
            request.setEntityStream(uploads.begin(context, isGzip(request)));
            return null;
        }
        ArrivingBody.checkLength(context.request(), ArrivingBody.MAX);
        Slot slot = Slot.of(context);
        slot.leave();
        return ArrivingBody.of(context.request(), Objects.requireNonNull(Vertx.currentContext()), memory)
                .invoke(body -> {
                    if (!slot.take()) {
                        throw saturation.overloaded();
                    }
                    request.setEntityStream(new ByteArrayInputStream(body));
                })
                .replaceWithVoid();
    }

    @ServerRequestFilter(priority = UNPACK)
    public void unpack(ContainerRequestContext request, ResourceInfo operation) throws IOException {
        if (!isUpload(operation) && isGzip(request) && request.hasEntity()) {
            byte[] packed = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(Gzip.unpack(packed, ArrivingBody.MAX)));
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

    private static void checkEncoding(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !isGzip(encoding) && !encoding.strip().equalsIgnoreCase("identity")) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "The only Content-Encoding of a body is gzip, once.");
        }
    }

    private static boolean isUpload(ResourceInfo operation) {
        return operation.getResourceMethod().isAnnotationPresent(Upload.class);
    }

    private static boolean isGzip(ContainerRequestContext request) {
        return isGzip(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    }

    private static boolean isGzip(@Nullable String encoding) {
        return encoding != null && encoding.strip().toLowerCase(Locale.ROOT).matches("(x-)?gzip");
    }
}
