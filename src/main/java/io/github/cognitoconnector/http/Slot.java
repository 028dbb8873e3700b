package io.github.cognitoconnector.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The place of one request among those that are worked on. It can be left for a while, and is left for good at the end. */
final class Slot {

    private static final String KEY = Slot.class.getName();

    private Slots slots;
    private boolean taken;
    private boolean over;

    private Slot(Slots slots) {
        this.slots = slots;
    }

    static Slot of(Slots slots) {
        return new Slot(slots);
    }

    static Slot of(RoutingContext request) {
        return Objects.requireNonNull(request.get(KEY));
    }

    void keepFor(RoutingContext request) {
        request.put(KEY, this);
        request.addEndHandler(end -> end());
    }

    /** False if all are taken; a request that is over gets one too, and does not keep it. */
    synchronized boolean take() {
        if (!taken && !over) {
            taken = slots.take(1);
            return taken;
        }
        return true;
    }

    synchronized void leave() {
        if (taken) {
            taken = false;
            slots.give(1);
        }
    }

    /** Gives its place up for one among others, for good; false if those are all taken. */
    synchronized boolean moveTo(Slots others) {
        leave();
        slots = others;
        return take();
    }

    private synchronized void end() {
        over = true;
        leave();
    }
}
