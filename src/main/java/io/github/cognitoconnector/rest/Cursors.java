package io.github.cognitoconnector.rest;

import com.google.crypto.tink.Aead;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Positions in a list as callers see them: encrypted, since Cognito's own tokens are none of a caller's business, and
 * bound by the associated data to the list and query that they were made for. Nothing is kept on the server.
 */
@ApplicationScoped
public class Cursors {

    /** Cognito's own pagination tokens live for an hour. */
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final int MAX_LENGTH = 8192;

    private final Aead aead;
    private final Clock clock;

    public Cursors(Aead aead, Clock clock) {
        this.aead = aead;
        this.clock = clock;
    }

    /** @param query names the list and everything that selects or orders its items */
    public String seal(String query, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        long expiry = clock.millis() + LIFETIME.toMillis();
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(expiry)
                .put(text)
                .array();
        try {
            return text(aead.encrypt(plain, binding(query)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A cursor cannot be encrypted", e);
        }
    }

    /**
     * @return the position, or null for the first page
     * @throws ProblemException {@code INVALID_CURSOR} if it was changed, has expired or belongs to another query
     */
    public @Nullable String open(String query, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw invalid(null);
            }
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (!text(sealed).equals(cursor)) {
                throw invalid(null);
            }
            ByteBuffer plain = ByteBuffer.wrap(aead.decrypt(sealed, binding(query)));
            if (plain.getLong() < clock.millis()) {
                throw invalid(null);
            }
            return StandardCharsets.UTF_8.decode(plain).toString();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    /** The one spelling; decoders take others too, with padding or with bits behind the last byte. */
    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static byte[] binding(String query) {
        return ("cursor\n" + query).getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException invalid(@Nullable Exception cause) {
        String detail =
                "The cursor was changed, has expired or belongs to another list or query. Start again without it.";
        return cause == null
                ? ProblemException.of(ProblemType.INVALID_CURSOR, detail)
                : ProblemException.of(ProblemType.INVALID_CURSOR, detail, cause);
    }
}
