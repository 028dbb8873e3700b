package io.github.cognitoconnector.embedded.cognito.code;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often a user may try something in an hour (contract row 28). */
public final class HourlyAttempts {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CLEANING = 1_000;

    private final Map<Key, Window> windows = new ConcurrentHashMap<>();
    private final AtomicLong counted = new AtomicLong();
    private final InstantSource clock;

    public HourlyAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** What is counted. */
    public enum Action {
        PASSWORD_RESET(20),
        CONFIRM_SIGN_UP(15),
        RESEND_CODE(5),
        CHANGE_PASSWORD(5),
        VERIFY_ATTRIBUTE(15),
        /** Not in the contract; AWS names it beside the others. */
        ATTRIBUTE_CODE(5);

        private final int limit;

        Action(int limit) {
            this.limit = limit;
        }
    }

    private record Key(String sub, Action action) {}

    private record Window(Instant end, int count) {
        Window next(Instant now) {
            return now.isBefore(end) ? new Window(end, count + 1) : first(now);
        }

        static Window first(Instant now) {
            return new Window(now.plus(HOUR), 1);
        }
    }

    /**
     * Counts an attempt.
     *
     * @throws Refusal {@code LimitExceededException} for one too many
     */
    public void count(String sub, Action action) {
        Instant now = clock.instant();
        if (counted.incrementAndGet() % CLEANING == 0) {
            windows.values().removeIf(window -> !now.isBefore(window.end()));
        }
        Window window = windows.compute(
                new Key(sub, action), (key, before) -> before == null ? Window.first(now) : before.next(now));
        if (window.count() > action.limit) {
            throw Refusal.limitExceeded("Attempt limit exceeded, please try after some time.");
        }
    }
}
