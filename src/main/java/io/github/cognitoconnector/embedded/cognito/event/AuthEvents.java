package io.github.cognitoconnector.embedded.cognito.event;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvent.Facts;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;

/** Events of the pools with threat protection; nothing is kept of others, and nothing of a pool that is gone. */
public final class AuthEvents {

    private final Map<UserPool, PoolEvents> byPool = new WeakHashMap<>();
    private final InstantSource clock;

    public AuthEvents(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the pool keeps events. */
    static boolean areKept(UserPool pool) {
        String mode = pool.settings()
                .stated()
                .path("UserPoolAddOns")
                .path("AdvancedSecurityMode")
                .asText("OFF");
        return !mode.equals("OFF");
    }

    /** Keeps an event, if the pool does. */
    public void record(UserPool pool, User user, Facts facts) {
        if (areKept(pool)) {
            PoolEvents events = of(pool);
            events.add(
                    user.sub(),
                    new AuthEvent(events.nextSequence(), UUID.randomUUID().toString(), clock.instant(), facts, null));
        }
    }

    List<AuthEvent> newestFirst(UserPool pool, User user) {
        return of(pool).newestFirst(user.sub());
    }

    /** Whether the user has such an event. */
    boolean judge(UserPool pool, User user, String id, String value) {
        AuthEvent.Feedback feedback = new AuthEvent.Feedback(value, "Admin", clock.instant());
        return of(pool).change(user.sub(), id, event -> event.with(feedback)).isPresent();
    }

    private PoolEvents of(UserPool pool) {
        synchronized (byPool) {
            return byPool.computeIfAbsent(pool, unseen -> new PoolEvents());
        }
    }
}
