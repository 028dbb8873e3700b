package io.github.cognitoconnector.rest;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the request repeats one, with the same {@code Idempotency-Key}, whose answer was never known. What exists already
 * may then be the work of the earlier attempt.
 */
@ApplicationScoped
public class Attempt {

    /** Between the clocks of this service, its database and Cognito. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    /** What clocks that are kept right differ by, at the most. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final CurrentAttempt current;
    private final Clock clock;

    Attempt(CurrentAttempt current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /** @param firstAttempt when it was first tried */
    public void repeats(Instant firstAttempt) {
        current.repeats(firstAttempt);
    }

    /** @param request the same for all attempts of a request, and for no other request */
    public void named(UUID request) {
        current.named(request);
    }

    /** What all attempts of the request are called; something new where it named no key. */
    public UUID name() {
        UUID name = Arc.container().requestContext().isActive() ? current.name() : null;
        return name == null ? UUID.randomUUID() : name;
    }

    public boolean isRepeat() {
        return first() != null;
    }

    /** What was made before this moment was not made by this request, nor by one that it repeats. */
    public Instant notBefore() {
        Instant first = first();
        return (first == null ? clock.instant() : first).minus(CLOCK_SKEW);
    }

    /** Something has been written to Cognito, or perhaps. */
    public void hasWritten() {
        if (Arc.container().requestContext().isActive()) {
            current.writes();
        }
    }

    /** Whether something has been written to Cognito, or perhaps, by this attempt. */
    public boolean isBegun() {
        return Arc.container().requestContext().isActive() && current.written();
    }

    /** Whether it was made since the first attempt began, as far as clocks that are kept right can tell. */
    public boolean isOfRepeat(Instant made) {
        Instant first = first();
        return first != null && made.isAfter(first.minus(CLOSE));
    }

    private @Nullable Instant first() {
        return Arc.container().requestContext().isActive() ? current.first() : null;
    }
}
