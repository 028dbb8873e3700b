package io.github.cognitoconnector.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.app.GroupName;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token, each of the type that Cognito gives it. Whoever reads them must not believe them before the
 * signature is verified.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">The
 *     access token</a>
 */
record Claims(ObjectNode json) {

    /** How far the clocks of issuer and service may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");
    private static final Pattern NAME = Pattern.compile(GroupName.PATTERN);
    private static final int MAX_NAME = 256;

    /** The year 9999, so that nobody who adds to a time gets beyond what numbers hold. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** @throws RefusedTokenException {@code MALFORMED} if it is missing or no text */
    String issuer() {
        return required("iss");
    }

    /** @throws RefusedTokenException {@code USE} unless it is an access token */
    void checkUse() {
        if (!required("token_use").equals("access")) {
            throw new RefusedTokenException(Reason.USE);
        }
    }

    /** @throws RefusedTokenException {@code TIME} if it has expired, is not valid yet or comes from the future */
    void checkTimes(Instant now) {
        long latest = now.plus(SKEW).getEpochSecond();
        if (hasExpired(now) || seconds("nbf", 0) > latest || seconds("iat", 0) > latest) {
            throw new RefusedTokenException(Reason.TIME);
        }
    }

    /** @throws RefusedTokenException {@code MALFORMED} if it does not say when it does */
    boolean hasExpired(Instant now) {
        return expiresAt() <= now.minus(SKEW).getEpochSecond();
    }

    /** @throws RefusedTokenException {@code MALFORMED} if a claim is missing or of another type */
    AccessToken toToken(String userPoolId, String keyId) {
        String clientId = required("client_id");
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw malformed();
        }
        checkUnused();
        return new AccessToken(
                issuer(),
                userPoolId,
                keyId,
                clientId,
                name(required("sub")),
                optional("username") == null ? null : name(required("username")),
                scopes(),
                groups(),
                seconds("iat", 0),
                expiresAt());
    }

    /**
     * What an id or access token says that somebody shows who does not act with it.
     *
     * @throws RefusedTokenException {@code USE} if it is neither, {@code MALFORMED} if a claim is missing or of another type
     */
    ShownToken toShown() {
        boolean ofId = switch (required("token_use")) {
            case "id" -> true;
            case "access" -> false;
            default -> throw new RefusedTokenException(Reason.USE);
        };
        String username = optional(ofId ? "cognito:username" : "username");
        return new ShownToken(
                required(ofId ? "aud" : "client_id"),
                name(required("sub")),
                username == null ? null : name(username),
                groups(),
                seconds("iat", 0));
    }

    private long expiresAt() {
        if (!json.has("exp")) {
            throw malformed();
        }
        return seconds("exp", 0);
    }

    private Set<String> scopes() {
        String scope = optional("scope");
        return scope == null ? Set.of() : Set.copyOf(Arrays.asList(scope.split(" ")));
    }

    private List<String> groups() {
        JsonNode groups = json.get("cognito:groups");
        if (groups == null) {
            return List.of();
        }
        if (!groups.isArray()) {
            throw malformed();
        }
        List<String> names = new ArrayList<>(groups.size());
        for (JsonNode group : groups) {
            names.add(name(text(group)));
        }
        return List.copyOf(names);
    }

    /** What we do not read must still be what it claims to be; another verifier may read it. */
    private void checkUnused() {
        optional("jti");
        JsonNode audience = json.get("aud");
        if (audience != null && audience.isArray()) {
            audience.forEach(Claims::text);
        } else {
            optional("aud");
        }
    }

    private String required(String claim) {
        String value = optional(claim);
        if (value == null || value.isEmpty()) {
            throw malformed();
        }
        return value;
    }

    private @Nullable String optional(String claim) {
        JsonNode value = json.get(claim);
        return value == null ? null : text(value);
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw malformed();
        }
        return value.textValue();
    }

    /** Cognito's names have no spaces and no control characters, so nobody can hide something in one. */
    private static String name(String value) {
        if (value.length() > MAX_NAME || !NAME.matcher(value).matches()) {
            throw malformed();
        }
        return value;
    }

    /** Whole seconds, as Cognito writes them. */
    private long seconds(String claim, long otherwise) {
        JsonNode value = json.get(claim);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw malformed();
        }
        long seconds = value.longValue();
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw malformed();
        }
        return seconds;
    }

    private static RefusedTokenException malformed() {
        return new RefusedTokenException(Reason.MALFORMED);
    }

    @Override
    public String toString() {
        return "Claims[…]";
    }
}
