package io.github.cognitoconnector.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a caller may ask about an app, on all replicas together. The allowance is in the database; a replica takes a
 * part of it at a time and counts that down in memory, a larger part the faster it is used up, so that a caller who asks
 * often costs some ten queries a second and not one for each request.
 */
@ApplicationScoped
class CallerRates {

    private static final int CALLERS = 100_000;

    /** What a replica does not use of its part in this time is lost to the caller. */
    private static final Duration LEASE = Duration.ofSeconds(1);

    private final LoadingCache<String, RateLease> leases;

    CallerRates(SharedAllowances allowances) {
        this.leases = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(LEASE.multipliedBy(10))
                .build(key -> new RateLease(key, allowances, LEASE));
    }

    /** Counts the request, if that needs no look into the database, and says whether it did. */
    boolean peek(Caller caller, @Nullable App app) {
        return leases.get(key(caller, app)).tryTake();
    }

    /**
     * Counts the request; blocks.
     *
     * @throws ProblemException {@code THROTTLED} if the allowance is used up
     */
    void check(Caller caller, @Nullable App app) {
        Duration wait = leases.get(key(caller, app)).take();
        if (!wait.isZero()) {
            throw ProblemException.retryAfter(
                    ProblemType.THROTTLED, "You ask more often than one caller may. Slow down.", wait);
        }
    }

    /** Apps that the caller may not act on count together, so that made-up ids make no allowance of their own. */
    private static String key(Caller caller, @Nullable App app) {
        return String.join("/", caller.userPoolId(), caller.clientId(), caller.subject(), app == null ? "" : app.id());
    }
}
