package io.github.cognitoconnector.http;

import io.github.cognitoconnector.lifecycle.Draining;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Once this replica was told to stop, every answer is the last one on its connection: whoever keeps connections would send the
 * next request to a server that is gone.
 */
@ApplicationScoped
class Farewell {

    private final Draining draining;

    Farewell(Draining draining) {
        this.draining = draining;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FilterOrder.FAREWELL);
    }

    /** What began before, and is answered behind it, too. */
    private void watch(RoutingContext context) {
        context.addHeadersEndHandler(headers -> {
            if (draining.hasBegun()) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        });
        context.next();
    }
}
