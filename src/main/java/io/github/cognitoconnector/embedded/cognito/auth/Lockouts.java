package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps passwords and codes from being guessed: after five failed sign-ins a user is locked out for a second, and with
 * each further failure for twice as long, up to 15 minutes. A wrong password, a wrong code of a second factor and a wrong
 * proof of a device count alike, as AWS documents. A sign-in that ends well after a lockout, or trying nothing for 15
 * minutes, forgets it all; trying during a lockout neither counts nor prolongs it.
 */
final class Lockouts {

    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Users whose failures are remembered at a time; the ones who tried longest ago go first. */
    private static final int CAPACITY = 10_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>();
    private final InstantSource clock;

    Lockouts(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant lockedUntil, Instant lastAttempt) {

        static final Failures NONE = new Failures(0, Instant.MIN, Instant.MIN);

        Failures oneMore(Instant now) {
            int next = count + 1;
            if (next < FREE_FAILURES) {
                return new Failures(next, Instant.MIN, now);
            }
            // 2^10 seconds are more than 15 minutes, so that the shift cannot overflow.
            Duration lock = Duration.ofSeconds(1L << Math.min(next - FREE_FAILURES, 10));
            return new Failures(next, now.plus(lock.compareTo(LONGEST) > 0 ? LONGEST : lock), now);
        }

        Failures tried(Instant now) {
            return new Failures(count, lockedUntil, now);
        }

        boolean isForgotten(Instant now) {
            return !lastAttempt.equals(Instant.MIN) && !now.isBefore(lastAttempt.plus(LONGEST));
        }
    }

    /** Under which name the failures of somebody in the attempt's pool count. */
    static String who(Attempt attempt, String name) {
        return attempt.pool().id() + "/" + name;
    }

    /**
     * Counts the step if it fails with what tells a wrong answer.
     *
     * @param wrong the codes of such refusals
     * @throws Refusal that of the step, or {@code NotAuthorizedException} during a lockout, without taking the step
     */
    void over(String who, Set<String> wrong, Runnable step) {
        check(who);
        try {
            step.run();
        } catch (Refusal refusal) {
            if (wrong.contains(refusal.code())) {
                failed(who);
            }
            throw refusal;
        }
    }

    /**
     * To be asked before a password is judged.
     *
     * @throws Refusal {@code NotAuthorizedException} during a lockout
     */
    synchronized void check(String who) {
        Instant now = clock.instant();
        Failures known = known(who, now);
        if (now.isBefore(known.lockedUntil())) {
            put(who, known.tried(now));
            throw Refusal.notAuthorized("Password attempts exceeded");
        }
    }

    synchronized void failed(String who) {
        Instant now = clock.instant();
        put(who, known(who, now).oneMore(now));
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }

    private Failures known(String who, Instant now) {
        Failures known = failures.getOrDefault(who, Failures.NONE);
        return known.isForgotten(now) ? Failures.NONE : known;
    }

    private void put(String who, Failures now) {
        failures.remove(who);
        failures.put(who, now);
        if (failures.size() > CAPACITY) {
            failures.remove(failures.keySet().iterator().next());
        }
    }
}
