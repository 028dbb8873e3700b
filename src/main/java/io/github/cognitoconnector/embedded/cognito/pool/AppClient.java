package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app client.
 *
 * @param stated the members of its CreateUserPoolClient request, which a description repeats
 */
public record AppClient(String id, String poolId, @Nullable String secret, Instant createdAt, ObjectNode stated) {

    private static final List<String> DEFAULT_FLOWS =
            List.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");

    String name() {
        return stated.path("ClientName").asText();
    }

    public boolean hasSecret() {
        return secret != null;
    }

    public boolean isSecret(String candidate) {
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** The {@code ExplicitAuthFlows}, or those that a client made without any has. */
    public List<String> authFlows() {
        List<String> flows = texts("ExplicitAuthFlows");
        return flows.isEmpty() ? DEFAULT_FLOWS : flows;
    }

    public boolean allowsOAuthFlow(String flow) {
        return stated.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false)
                && texts("AllowedOAuthFlows").contains(flow);
    }

    public List<String> scopes() {
        return texts("AllowedOAuthScopes");
    }

    /** Whether signing in tells an unknown user from a wrong password (contract row 25). */
    public boolean revealsUserExistence() {
        return !stated.path("PreventUserExistenceErrors").asText("LEGACY").equals("ENABLED");
    }

    public Duration accessTokenLife() {
        return life("AccessToken", "hours", Duration.ofHours(1));
    }

    public Duration idTokenLife() {
        return life("IdToken", "hours", Duration.ofHours(1));
    }

    public Duration refreshTokenLife() {
        return life("RefreshToken", "days", Duration.ofDays(30));
    }

    public Duration challengeLife() {
        return Duration.ofMinutes(stated.path("AuthSessionValidity").asInt(3));
    }

    private Duration life(String token, String defaultUnit, Duration absent) {
        long amount = stated.path(token + "Validity").asLong(0);
        String unit = stated.path("TokenValidityUnits").path(token).asText(defaultUnit);
        return amount == 0
                ? absent
                : switch (unit) {
                    case "seconds" -> Duration.ofSeconds(amount);
                    case "minutes" -> Duration.ofMinutes(amount);
                    case "days" -> Duration.ofDays(amount);
                    default -> Duration.ofHours(amount);
                };
    }

    private List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : stated.path(member)) {
            texts.add(text.asText());
        }
        return texts;
    }

    ObjectNode describe() {
        ObjectNode client = stated.deepCopy();
        client.remove("GenerateSecret");
        client.put("UserPoolId", poolId).put("ClientId", id);
        client.put("CreationDate", Json.time(createdAt)).put("LastModifiedDate", Json.time(createdAt));
        client.set("ExplicitAuthFlows", Json.array(authFlows()));
        client.put("RefreshTokenValidity", stated.path("RefreshTokenValidity").asInt(30));
        client.put("AuthSessionValidity", challengeLife().toMinutes());
        client.put("EnableTokenRevocation", stated.path("EnableTokenRevocation").asBoolean(true));
        client.put(
                "AllowedOAuthFlowsUserPoolClient",
                stated.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false));
        Optional.ofNullable(secret).ifPresent(text -> client.put("ClientSecret", text));
        return client;
    }

    /** Leaves the secret out: it must not reach a log. */
    @Override
    public String toString() {
        return "AppClient[" + id + "]";
    }
}
