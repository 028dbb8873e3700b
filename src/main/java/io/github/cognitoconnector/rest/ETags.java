package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
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
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            byte[] tag = Arrays.copyOf(digest.digest(), 12);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(tag) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
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
