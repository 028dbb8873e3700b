package io.github.cognitoconnector.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Objects;

/** Hands bodies that may be large to their operations while they arrive; so many at a time. */
@ApplicationScoped
class Uploads {

    private final UploadBounds bounds;
    private final Saturation saturation;

    Uploads(HttpConfig config, Saturation saturation) {
        this.bounds = new UploadBounds(config.maxUpload().asLongValue(), config.uploadTimeout(), config.bodyTimeout());
        this.saturation = saturation;
    }

    /**
     * The body of a request, unpacked, for its operation to read. From here on the request has its place among the uploads
     * and the time of one.
     */
    InputStream begin(RoutingContext context, boolean packed) {
        ArrivingBody.checkLength(context.request(), bounds.bytes());
        saturation.moveToUploads(Slot.of(context));
        BodyDeadline.lift(context);
        InputStream body =
                new ArrivingUpload(context.request(), Objects.requireNonNull(Vertx.currentContext()), bounds);
        return packed ? new UnpackedUpload(body, bounds.bytes()) : body;
    }
}
