package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strong entity tags and the preconditions that callers make of them. */
public final class ETags {

    private ETags() {}

    /** A tag over everything that makes up a state: equal states, equal tags. 96 bits of SHA-256. */
    public static String of(@Nullable Object... state) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : state) {
                add(digest, part);
            }
            byte[] tag = Arrays.copyOf(digest.digest(), 12);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(tag) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Lengths go first, so that no two states look alike; null is not the text {@code null}. */
    private static void add(MessageDigest digest, @Nullable Object part) {
        if (part == null) {
            digest.update((byte) '-');
        } else if (part instanceof SortedMap<?, ?> map) {
            digest.update((map.size() + "=").getBytes(StandardCharsets.US_ASCII));
            map.forEach((key, value) -> {
                add(digest, key);
                add(digest, value);
            });
        } else {
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    /** @throws ProblemException {@code PRECONDITION_REQUIRED} */
    public static String required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag that you got with the resource.");
        }
        return ifMatch;
    }

    /**
     * Strong comparison, as RFC 9110 asks for {@code If-Match}; {@code *} matches everything that exists.
     *
     * @throws ProblemException {@code STALE}
     */
    public static void check(@Nullable String ifMatch, String current) {
        if (ifMatch == null
                || Stream.of(ifMatch.split(",")).map(String::strip).anyMatch(t -> t.equals("*") || t.equals(current))) {
            return;
        }
        throw ProblemException.of(
                ProblemType.STALE, "The ETag is not the current one. Get the resource and try again.");
    }
}
