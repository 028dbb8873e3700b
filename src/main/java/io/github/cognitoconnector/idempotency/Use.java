package io.github.cognitoconnector.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A key and what it is used for. All but the app are hashes, since callers may put personal data anywhere.
 *
 * @param app id of the app, or {@value #NO_APP}
 * @param caller who asks
 * @param key what he calls it
 * @param request what he asks for
 */
record Use(String app, String caller, String key, String request) {

    /** Of requests that concern no app; no app has this id. */
    static final String NO_APP = "-";

    static Use of(String app, List<String> caller, String key, List<String> request, byte[] body) {
        return new Use(app, hash(caller), hash(List.of(key)), hash(List.of(hash(request), hash(body))));
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
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
