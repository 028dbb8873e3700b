package io.github.cognitoconnector.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Tells the connection when a request has begun and ended, closes it when the body does not come in time, and does not wait
 * for the rest of a body that is already answered.
 */
class RequestTime {

    private final Duration bodyTimeout;

    RequestTime(HttpConfig config) {
        this.bodyTimeout = config.bodyTimeout();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FilterOrder.TIME);
    }

    void registerForManagement(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        HeaderDeadline.begun(request);
        if (hasBody(request)) {
            BodyDeadline.set(context, bodyTimeout);
            context.addEndHandler(end -> {
                BodyDeadline.lift(context);
                Leftovers.of(context.vertx(), request);
            });
        }
        context.addEndHandler(end -> HeaderDeadline.ended(request));
        context.next();
    }

    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }
}
