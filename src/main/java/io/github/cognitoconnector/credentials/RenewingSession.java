package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A session that is renewed before it ends: in the background, at most once at a time, for all requests that use it or
 * wait for it. While a renewal fails the session in use stays in use until its end; a failure without one is remembered for
 * a moment, so that an app whose credentials are refused asks AWS every other second and not for each request.
 */
final class RenewingSession {

    private static final Logger LOG = Logger.getLogger(RenewingSession.class);

    /** A session is renewed when this much is left of it. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    /** A session is not used any more when only this much is left: clocks differ, and calls take their time. */
    static final Duration MARGIN = Duration.ofSeconds(30);

    /** A session that AWS refuses is replaced only when it is this old. */
    static final Duration MIN_AGE = Duration.ofMinutes(1);

    static final Duration AFTER_FAILED_RENEWAL = Duration.ofSeconds(30);
    static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /**
     * What is known.
     *
     * @param madeAt when the session was got, or the latest attempt failed
     * @param renewAt when to get the next session while this one is usable
     * @param retryAt when to get one while there is none, or none that has not ended by this machine's clock
     * @param failure of the latest attempt
     */
    private record State(
            @Nullable Session session,
            Instant madeAt,
            Instant renewAt,
            Instant retryAt,
            @Nullable ProblemException failure) {

        boolean usable(Instant at) {
            return session != null && at.isBefore(session.expiresAt().minus(MARGIN));
        }

        boolean due(Instant at) {
            return !at.isBefore(usable(at) ? renewAt : retryAt);
        }
    }

    private final String name;
    private final Supplier<Session> source;
    private final Clock clock;
    private final Executor background;
    private final Duration patience;
    private final AtomicReference<@Nullable CompletableFuture<State>> underWay = new AtomicReference<>();
    private volatile State state = new State(null, Instant.MIN, Instant.MIN, Instant.MIN, null);

    /**
     * @param name what the log calls it
     * @param patience how long a request waits for a session
     */
    RenewingSession(String name, Supplier<Session> source, Clock clock, Executor background, Duration patience) {
        this.name = name;
        this.source = source;
        this.clock = clock;
        this.background = background;
        this.patience = patience;
    }

    /** @throws ProblemException as the source, or {@code UPSTREAM_UNAVAILABLE} if it takes too long */
    Session get() {
        State now = state;
        Instant at = clock.instant();
        if (now.due(at)) {
            CompletableFuture<State> renewal = renew(false);
            now = now.usable(at) ? now : await(renewal);
        }
        if (now.session() != null && (now.failure() == null || now.usable(at))) {
            return now.session();
        }
        throw now.failure() == null ? tooSlow() : now.failure();
    }

    /**
     * AWS refused a call that was signed with the session: it may have been revoked. So the next one is got, in the
     * background and at most once a minute, since the cause may as well be a permission that is missing.
     */
    void suspect() {
        State now = state;
        Instant at = clock.instant();
        if (now.usable(at) && !at.isBefore(now.madeAt().plus(MIN_AGE))) {
            var unused = renew(true);
        }
    }

    /** How it stands; null as long as nobody has asked for a session. */
    @Nullable Holding holding() {
        State now = state;
        if (now.session() == null && now.failure() == null) {
            return null;
        }
        Instant end = now.session() == null ? now.madeAt() : now.session().expiresAt();
        return new Holding(end, now.failure() != null);
    }

    /**
     * What there is to use.
     *
     * @param expiresAt when the session ends or has ended; if there never was one, when the latest attempt failed
     * @param failing whether the latest attempt failed
     */
    record Holding(Instant expiresAt, boolean failing) {}

    private CompletableFuture<State> renew(boolean early) {
        CompletableFuture<State> mine = new CompletableFuture<>();
        CompletableFuture<State> others = underWay.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        background.execute(() -> {
            try {
                // Whoever came just behind the end of an earlier renewal finds it done.
                state = early || state.due(clock.instant()) ? next(state) : state;
            } finally {
                underWay.set(null);
                mine.complete(state);
            }
        });
        return mine;
    }

    private State next(State last) {
        try {
            Session session = source.get();
            Instant at = clock.instant();
            Duration left = Duration.between(at, session.expiresAt());
            Duration ahead = left.compareTo(AHEAD.multipliedBy(2)) > 0 ? AHEAD : left.dividedBy(2);
            return new State(session, at, session.expiresAt().minus(ahead), at.plus(AFTER_FAILURE), null);
        } catch (ProblemException e) {
            return failed(last, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Unexpected failure to get a session of %s", name);
            return failed(last, ProblemException.of(ProblemType.INTERNAL, "The failure is logged.", e));
        }
    }

    /** The first failure of a series is warned of; the others would only say it again. */
    private State failed(State last, ProblemException e) {
        Instant at = clock.instant();
        Session held = last.session();
        Logger.Level level = last.failure() == null ? Logger.Level.WARN : Logger.Level.DEBUG;
        if (held != null && last.usable(at)) {
            LOG.logf(
                    level,
                    "A session of %s could not be renewed (%s); the one in use ends at %s.",
                    name,
                    e.getMessage(),
                    held.expiresAt());
        } else {
            LOG.logf(level, "There is no session of %s: %s", name, e.getMessage());
        }
        return new State(held, at, at.plus(AFTER_FAILED_RENEWAL), at.plus(AFTER_FAILURE), e);
    }

    private State await(CompletableFuture<State> renewal) {
        try {
            return renewal.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooSlow();
        }
    }

    static ProblemException tooSlow() {
        return ProblemException.upstream(
                ProblemType.UPSTREAM_UNAVAILABLE,
                "AWS takes too long to make a session.",
                new Upstream("sts", null, null),
                new TimeoutException());
    }
}
