package io.github.cognitoconnector.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What comes in of a body behind its answer. It is thrown away for a moment, since callers that are cut off in the middle of
 * their body seldom read why; then the connection is closed.
 */
final class Leftovers {

    private static final long MOMENT_MILLIS = 1000;
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private Leftovers() {}

    static void of(Vertx vertx, HttpServerRequest request) {
        ((ConnectionBase) request.connection()).channel().eventLoop().execute(() -> {
            if (!request.isEnded()) {
                throwAway(request);
                vertx.setTimer(MOMENT_MILLIS, late -> closeUnlessRead(request));
            }
        });
    }

    static void closeUnlessRead(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }

    private static void throwAway(HttpServerRequest request) {
        AtomicLong bytes = new AtomicLong();
        request.handler(part -> {
            if (bytes.addAndGet(part.length()) > MAX_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
