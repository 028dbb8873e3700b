package io.github.cognitoconnector.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the current request repeats; see {@link Attempt}. */
@RequestScoped
class CurrentAttempt {

    private @Nullable Instant first;

    void repeats(Instant firstAttempt) {
        first = firstAttempt;
    }

    @Nullable Instant first() {
        return first;
    }
}
