package io.github.cognitoconnector.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the one thing that must be known before a token can be verified: whose keys to verify it with. */
final class UnverifiedToken {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_LENGTH = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private UnverifiedToken() {}

    /** The issuer that the token claims; empty where there is no token of the right form. */
    static Optional<String> issuer(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > MAX_LENGTH
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String[] parts = authorization.substring(SCHEME.length()).strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            for (String part : parts) {
                requireCanonical(part);
            }
            JsonNode issuer =
                    JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("iss");
            return issuer.isTextual() ? Optional.of(issuer.textValue()) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Base64url has one spelling here; with bits behind the last byte a token could be changed and stay valid. */
    private static void requireCanonical(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("Not the canonical spelling");
        }
    }
}
