package io.github.cognitoconnector.rest;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the request repeats one, with the same {@code Idempotency-Key}, whose answer was never known. What exists already
 * may then be the work of the earlier attempt.
 */
@ApplicationScoped
public class Attempt {

    /** Between the clocks of this service, its database and Cognito. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

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

    public boolean isRepeat() {
        return first() != null;
    }

    /** What was made before this moment was not made by this request, nor by one that it repeats. */
    public Instant notBefore() {
        Instant first = first();
        return (first == null ? clock.instant() : first).minus(CLOCK_SKEW);
    }

    private @Nullable Instant first() {
        return Arc.container().requestContext().isActive() ? current.first() : null;
    }
}
