package io.github.cognitoconnector.embedded.cognito.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** System time plus an offset that can be set while running. */
public final class AdjustableClock implements InstantSource {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    public void shift(Duration newOffset) {
        offset = newOffset;
    }
}
