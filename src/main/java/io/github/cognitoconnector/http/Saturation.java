package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.HttpAnswer;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Works on so many requests at a time and tells the rest at once to come again, before anything is spent on them. */
@ApplicationScoped
class Saturation {

    /** What the framework itself answers: health, metrics, the API's document. */
    private static final String FRAMEWORK = "/q/";

    private final Slots slots;
    private final Slots uploads;
    private final Counter refused;

    Saturation(HttpConfig config, MeterRegistry registry) {
        this.slots = new Slots(config.maxRequests());
        this.uploads = new Slots(config.maxUploads());
        this.refused = Counter.builder("connector.http.refused")
                .description("Requests that were told to come again")
                .register(registry);
        Gauge.builder("connector.http.active", slots, Slots::taken)
                .description("Requests that are worked on")
                .register(registry);
        Gauge.builder("connector.http.uploads", uploads, Slots::taken)
                .description("Uploads that are worked on")
                .register(registry);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.SATURATION);
    }

    private void check(RoutingContext request) {
        if (request.request().uri().startsWith(FRAMEWORK)) {
            request.next();
            return;
        }
        Slot slot = Slot.of(slots);
        if (!slot.take()) {
            HttpAnswer.write(request, overloaded());
            return;
        }
        slot.keepFor(request);
        request.next();
    }

    /** Uploads take minutes to arrive: they have places of their own until they are answered, and take none of the others. */
    void moveToUploads(Slot slot) {
        if (!slot.moveTo(uploads)) {
            throw overloaded("uploads");
        }
    }

    ProblemException overloaded() {
        return overloaded("requests");
    }

    private ProblemException overloaded(String what) {
        refused.increment();
        return ProblemException.of(
                ProblemType.OVERLOADED, "Too many " + what + " are under way. Try again in a moment.");
    }
}
