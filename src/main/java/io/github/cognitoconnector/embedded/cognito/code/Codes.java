package io.github.cognitoconnector.embedded.cognito.code;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Six-digit codes that wait to be entered, one for each user and purpose; a new one replaces the one before. */
public final class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CLEANING = 1_000;

    private final Map<Key, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();
    private final InstantSource clock;

    public Codes(InstantSource clock) {
        this.clock = clock;
    }

    private record Key(String sub, Purpose purpose) {}

    private record Pending(String code, String about, Instant expiresAt) {}

    /**
     * Makes a code.
     *
     * @param about what the code confirms, such as the address it was sent to; given back by {@link #redeem}
     */
    public String issue(String sub, Purpose purpose, String about) {
        Instant now = clock.instant();
        if (issued.incrementAndGet() % CLEANING == 0) {
            pending.values().removeIf(old -> now.isAfter(old.expiresAt()));
        }
        String code = random();
        pending.put(new Key(sub, purpose), new Pending(code, about, now.plus(purpose.life())));
        return code;
    }

    /** A code that somebody else keeps. */
    public static String random() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /**
     * Uses a code up and answers what it was about; a wrong one leaves the right one good.
     *
     * @throws Refusal {@code CodeMismatchException}; {@code ExpiredCodeException} for one that is too old, and where
     *     none was sent
     */
    public String redeem(String sub, Purpose purpose, String code) {
        Pending right = judge(sub, purpose, code);
        if (!pending.remove(new Key(sub, purpose), right)) {
            throw expired();
        }
        return right.about();
    }

    /** Like {@link #redeem}, but the code stays good: for a request that may still fail for another reason. */
    public String check(String sub, Purpose purpose, String code) {
        return judge(sub, purpose, code).about();
    }

    /** What the code that waits is about; empty if none waits. */
    public Optional<String> waiting(String sub, Purpose purpose) {
        return Optional.ofNullable(pending.get(new Key(sub, purpose)))
                .filter(code -> !clock.instant().isAfter(code.expiresAt()))
                .map(Pending::about);
    }

    private Pending judge(String sub, Purpose purpose, String code) {
        Pending right = pending.get(new Key(sub, purpose));
        if (right == null || clock.instant().isAfter(right.expiresAt())) {
            throw expired();
        }
        if (!same(right.code(), code)) {
            throw mismatch();
        }
        return right;
    }

    /** Forgets all codes of a user, as deleting the user does. */
    public void forget(String sub) {
        for (Purpose purpose : Purpose.values()) {
            pending.remove(new Key(sub, purpose));
        }
    }

    public void forget(String sub, Purpose purpose) {
        pending.remove(new Key(sub, purpose));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    public static Refusal mismatch() {
        return new Refusal("CodeMismatchException", "Invalid verification code provided, please try again.");
    }

    public static Refusal expired() {
        return new Refusal("ExpiredCodeException", "Invalid code provided, please request a code again.");
    }
}
