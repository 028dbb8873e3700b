package io.github.cognitoconnector.security;

import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The token of a request as it was sent. Nothing is known of it but that it has a bearer token's length and characters. */
record BearerToken(String text) {

    private static final String SCHEME = "Bearer ";

    /** Of the header, in characters; a person in 100 groups has some 14,000. */
    private static final int MAX_LENGTH = 16 * 1024;

    /**
     * The token of the one Authorization header; empty if there is none. Of two, whoever stands before this service may
     * have looked at another one than we do.
     *
     * @throws RefusedTokenException {@code NO_TOKEN} for anything but one bearer token
     */
    static Optional<BearerToken> of(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        String header = authorization.getFirst();
        if (authorization.size() > 1
                || header.length() > MAX_LENGTH
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new RefusedTokenException(Reason.NO_TOKEN);
        }
        String token = header.substring(SCHEME.length()).replaceFirst("^ +", "");
        if (token.isEmpty() || !token.chars().allMatch(BearerToken::ofJwt)) {
            throw new RefusedTokenException(Reason.NO_TOKEN);
        }
        return Optional.of(new BearerToken(token));
    }

    /** Names the whole token, signature included; SHA-256 in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean ofJwt(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    @Override
    public String toString() {
        return "BearerToken[…]";
    }
}
