package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a password of the pool must have.
 *
 * @param historySize how many former passwords may not come back; 0 for none
 */
public record PasswordPolicy(int minimumLength, Set<Kind> kinds, int temporaryDays, int historySize) {

    private static final int DEFAULT_TEMPORARY_DAYS = 7;
    private static final int MAXIMUM_LENGTH = 256;

    /** A kind of character that may be required. */
    public enum Kind {
        UPPERCASE("RequireUppercase", "uppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHJKLMNPQRSTUVWXYZ"),
        LOWERCASE("RequireLowercase", "lowercase", "abcdefghijklmnopqrstuvwxyz", "abcdefghijkmnopqrstuvwxyz"),
        NUMBERS("RequireNumbers", "numeric", "0123456789", "23456789"),
        SYMBOLS("RequireSymbols", "symbol", "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ", "!@#%&*-_+=?");

        private final String member;
        private final String word;
        private final String characters;
        private final String sample;

        Kind(String member, String word, String characters, String sample) {
            this.member = member;
            this.word = word;
            this.characters = characters;
            this.sample = sample;
        }

        boolean isIn(String password) {
            return password.chars().anyMatch(character -> characters.indexOf(character) >= 0);
        }

        /** Characters of this kind that are easy to tell apart. */
        String sample() {
            return sample;
        }
    }

    /**
     * Of a pool with these members. Absent ones take the defaults of a pool made in the API: eight characters of every
     * kind, seven days, of which the older {@code UnusedAccountValidityDays} may say another number.
     */
    static PasswordPolicy of(ObjectNode pool) {
        JsonNode stated = pool.path("Policies").path("PasswordPolicy");
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (stated.path(kind.member).asBoolean(stated.isMissingNode())) {
                kinds.add(kind);
            }
        }
        int older = pool.path("AdminCreateUserConfig")
                .path("UnusedAccountValidityDays")
                .asInt(0);
        int days = stated.path("TemporaryPasswordValidityDays").asInt(older);
        return new PasswordPolicy(
                stated.path("MinimumLength").asInt(8),
                kinds,
                days == 0 ? DEFAULT_TEMPORARY_DAYS : days,
                stated.path("PasswordHistorySize").asInt(0));
    }

    ObjectNode describe() {
        ObjectNode policy = Json.object().put("MinimumLength", minimumLength);
        for (Kind kind : Kind.values()) {
            policy.put(kind.member, kinds.contains(kind));
        }
        if (historySize > 0) {
            policy.put("PasswordHistorySize", historySize);
        }
        return policy.put("TemporaryPasswordValidityDays", temporaryDays);
    }

    public Duration temporaryValidity() {
        return Duration.ofDays(temporaryDays);
    }

    /**
     * Judges a new password. Blanks and the greatest length matter only where the request itself does not forbid them: in
     * the answer to a challenge. A blank inside counts as a symbol.
     *
     * @throws Refusal {@code InvalidPasswordException} naming the first rule that is broken
     */
    public void check(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < minimumLength) {
            throw broken("Password not long enough");
        }
        if (length > MAXIMUM_LENGTH) {
            throw broken("Password must not be longer than " + MAXIMUM_LENGTH + " characters");
        }
        if (!password.equals(password.strip())) {
            throw broken("Password must not begin or end with a blank");
        }
        for (Kind kind : Kind.values()) {
            if (kinds.contains(kind) && !kind.isIn(password)) {
                throw broken("Password must have " + kind.word + " characters");
            }
        }
    }

    private static Refusal broken(String rule) {
        return new Refusal("InvalidPasswordException", "Password did not conform with policy: " + rule);
    }
}
