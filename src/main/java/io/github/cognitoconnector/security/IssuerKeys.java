package io.github.cognitoconnector.security;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer as this replica knows them. A key that is known is there at once, whatever the issuer does. One
 * that is not makes the key set be fetched, unless that was done a moment ago; all who wait for it wait for one fetch, on
 * threads of their own, so that an issuer that hangs holds up nobody else's callers.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final String issuer;
    private final KeySetClient client;
    private final TokensConfig config;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile State state = new State(KeySet.NONE, Instant.MIN, Instant.MIN, false, null);

    /**
     * @param fetchedAt when these keys were asked for
     * @param askedAt when keys were asked for last, with success or without
     * @param failed whether that was without
     * @param running a fetch that has not ended yet
     */
    private record State(
            KeySet keys,
            Instant fetchedAt,
            Instant askedAt,
            boolean failed,
            @Nullable CompletableFuture<State> running) {}

    IssuerKeys(String issuer, KeySetClient client, TokensConfig config, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the issuer had this key when it was asked last. Old keys are asked for anew meanwhile. */
    boolean has(String keyId) {
        State known = state;
        if (clock.instant().isAfter(later(known.fetchedAt, config.keysMaxAge()))) {
            var unused = fetch();
        }
        return known.keys.find(keyId).isPresent();
    }

    /**
     * Blocks for as long as a fetch takes at most.
     *
     * @throws RefusedTokenException {@code KEY} if the issuer has no such key
     * @throws ProblemException {@code IDENTITY_PROVIDER_UNAVAILABLE} if it is not known whether it has
     */
    RSAPublicKey get(String keyId) {
        Optional<RSAPublicKey> known = has(keyId) ? state.keys.find(keyId) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        State now = fetch().join();
        return now.keys
                .find(keyId)
                .orElseThrow(() -> now.failed ? unavailable() : new RefusedTokenException(Reason.KEY));
    }

    /** The fetch under way, a new one, or what the last one has left where it is too early for another. */
    private CompletableFuture<State> fetch() {
        oneAtATime.lock();
        try {
            State before = state;
            if (before.running != null) {
                return before.running;
            }
            Instant now = clock.instant();
            if (now.isBefore(later(before.askedAt, config.keysInterval()))) {
                return CompletableFuture.completedFuture(before);
            }
            CompletableFuture<State> running = new CompletableFuture<>();
            state = new State(before.keys, before.fetchedAt, now, before.failed, running);
            Thread.ofVirtual().name("keys").start(() -> fetch(before, now, running));
            return running;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void fetch(State before, Instant askedAt, CompletableFuture<State> running) {
        State after = new State(before.keys, before.fetchedAt, askedAt, true, null);
        try {
            after = new State(client.fetch(issuer), askedAt, askedAt, false, null);
        } catch (UnusableKeysException e) {
            complain(before, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state = after;
            running.complete(after);
        }
    }

    /** Once for as long as it lasts. */
    private void complain(State before, UnusableKeysException e) {
        if (!before.failed) {
            LOG.warnf("The keys of %s cannot be fetched: %s", issuer, e.getMessage());
        }
    }

    private static Instant later(Instant moment, Duration time) {
        return moment.equals(Instant.MIN) ? moment : moment.plus(time);
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
                "The token cannot be checked now, because the keys of its issuer cannot be fetched.");
    }
}
