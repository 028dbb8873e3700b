package io.github.cognitoconnector.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time that the body of a request has; then its connection is closed. */
final class BodyDeadline {

    private static final String KEY = BodyDeadline.class.getName();

    private BodyDeadline() {}

    static void set(RoutingContext context, Duration time) {
        context.put(
                KEY, context.vertx().setTimer(time.toMillis(), late -> Leftovers.closeUnlessRead(context.request())));
    }

    /** Somebody else watches over the body, or the request is over. */
    static void lift(RoutingContext context) {
        @Nullable Long timer = context.get(KEY);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
        }
    }
}
