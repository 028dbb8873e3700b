package io.github.cognitoconnector.embedded.cognito.iam;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes temporary access keys for sessions of roles, and knows its own again. */
public final class SessionIssue {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String TOKEN_PREFIX = "IQoJb3JpZ2luX2Vj";
    private static final int RUN_LENGTH = 5;
    private static final int REST_LENGTH = 11;
    private static final int SECRET_BYTES = 30;
    private static final int TOKEN_BYTES = 300;

    private final Identities identities;
    private final InstantSource clock;
    private final String run = "ASIA" + letters(RUN_LENGTH);

    public SessionIssue(Identities identities, InstantSource clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * What a session is to be.
     *
     * @param policy what it may at most; empty if it may what its role may
     */
    public record Wish(RoleArn role, String name, Duration duration, Optional<SessionPolicy> policy) {}

    public AccessKey issue(Wish wish) {
        Instant end = clock.instant().plus(wish.duration()).truncatedTo(ChronoUnit.SECONDS);
        Principal principal = new Principal(
                wish.role().account(), wish.role().sessionArn(wish.name()), roleId(wish.role()) + ":" + wish.name());
        return identities.add(number -> new AccessKey(
                run + letters(REST_LENGTH),
                base64(SECRET_BYTES),
                principal,
                Set.of(),
                false,
                Optional.of(new AccessKey.Session(
                        TOKEN_PREFIX + base64(TOKEN_BYTES), end, wish.role(), number, wish.policy()))));
    }

    /** Whether the key was issued here, though it may be forgotten by now. */
    boolean isOwn(String keyId) {
        return keyId.startsWith(run);
    }

    /** The same for a role every time, as at AWS. */
    private static String roleId(RoleArn role) {
        String digits = Integer.toUnsignedString(role.text().hashCode(), Character.MAX_RADIX);
        return "AROA" + "A".repeat(17 - digits.length()) + digits.toUpperCase(Locale.ROOT);
    }

    private static String letters(int length) {
        StringBuilder letters = new StringBuilder(length);
        RANDOM.ints(length, 0, LETTERS.length()).forEach(index -> letters.append(LETTERS.charAt(index)));
        return letters.toString();
    }

    private static String base64(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
