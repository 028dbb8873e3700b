package io.github.cognitoconnector.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key and what it is used for. All but the app are hashes, since callers may put personal data anywhere.
 *
 * @param app id of the app, or {@value #NO_APP}
 * @param caller who asks
 * @param key what he calls it
 * @param request what he asks for
 * @param upload the body, if it is not in {@code request} because it is yet to be read
 */
record Use(
        String app,
        String caller,
        String key,
        String request,
        @Nullable DigestedBody upload) {

    /** Of requests that concern no app; no app has this id. */
    static final String NO_APP = "-";

    static Use of(String app, List<String> caller, String key, List<String> request, byte[] body) {
        return new Use(app, hash(caller), hash(List.of(key)), hash(List.of(hash(request), hash(body))), null);
    }

    static Use of(String app, List<String> caller, String key, List<String> request, DigestedBody upload) {
        return new Use(app, hash(caller), hash(List.of(key)), hash(request), upload);
    }

    /** Binds the answer to the key, the caller and the app. */
    byte[] binding() {
        return String.join("\n", "idempotency", app, caller, key).getBytes(StandardCharsets.UTF_8);
    }

    /** Lengths go first, so that no two lists look alike. */
    private static String hash(List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
