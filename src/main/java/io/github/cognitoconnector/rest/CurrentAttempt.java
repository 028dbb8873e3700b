package io.github.cognitoconnector.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the current request repeats; see {@link Attempt}. */
@RequestScoped
class CurrentAttempt {

    private @Nullable Instant first;
    private @Nullable UUID name;
    private boolean written;

    void repeats(Instant firstAttempt) {
        first = firstAttempt;
    }

    void named(UUID request) {
        name = request;
    }

    @Nullable UUID name() {
        return name;
    }

    void writes() {
        written = true;
    }

    boolean written() {
        return written;
    }

    @Nullable Instant first() {
        return first;
    }
}
