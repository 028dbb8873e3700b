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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one app client.
 *
 * @param stated the members of the last request that set it up, which a description repeats
 */
public record AppClient(Identity identity, Instant modifiedAt, ObjectNode stated) {

    private static final List<String> DEFAULT_FLOWS =
            List.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");

    /** What no update changes. */
    public record Identity(
            String id, String poolId, @Nullable String secret, Instant createdAt) {

        /** Leaves the secret out: it must not reach a log. */
        @Override
        public String toString() {
            return "Identity[" + id + "]";
        }
    }

    /**
     * How refresh tokens are replaced.
     *
     * @param grace how long a replaced token still works
     */
    public record Rotation(boolean enabled, Duration grace) {}

    public static AppClient of(Identity identity, ObjectNode stated) {
        return new AppClient(identity, identity.createdAt(), stated);
    }

    AppClient updated(ObjectNode members, Instant now) {
        ObjectNode next = members.deepCopy();
        next.put("ClientName", members.path("ClientName").asText(name()));
        return new AppClient(identity, now, next);
    }

    public String id() {
        return identity.id();
    }

    public String poolId() {
        return identity.poolId();
    }

    public @Nullable String secret() {
        return identity.secret();
    }

    String name() {
        return stated.path("ClientName").asText();
    }

    public boolean hasSecret() {
        return secret() != null;
    }

    public boolean isSecret(String candidate) {
        String secret = secret();
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The {@code ExplicitAuthFlows}, or those that a client made without any has. Refreshing by
     * {@code REFRESH_TOKEN_AUTH} is no default of a client that rotates refresh tokens, since the two exclude each other.
     */
    public List<String> authFlows() {
        List<String> flows = texts("ExplicitAuthFlows");
        if (!flows.isEmpty()) {
            return flows;
        }
        return refreshTokenRotation().enabled() ? DEFAULT_FLOWS.subList(1, DEFAULT_FLOWS.size()) : DEFAULT_FLOWS;
    }

    public boolean allowsOAuthFlow(String flow) {
        return stated.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false)
                && texts("AllowedOAuthFlows").contains(flow);
    }

    public List<String> scopes() {
        return texts("AllowedOAuthScopes");
    }

    /** Names of the attributes that users see through this client; empty stands for all. */
    public Optional<Set<String>> readableAttributes() {
        return attributes("ReadAttributes");
    }

    /** Names of the attributes that users set through this client; empty stands for all. */
    public Optional<Set<String>> writableAttributes() {
        return attributes("WriteAttributes");
    }

    private Optional<Set<String>> attributes(String member) {
        List<String> names = texts(member);
        return names.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(names));
    }

    /** Whether its tokens can be revoked, and carry {@code origin_jti} and {@code jti} for it. */
    public boolean tokenRevocation() {
        return stated.path("EnableTokenRevocation").asBoolean(true);
    }

    public Rotation refreshTokenRotation() {
        JsonNode rotation = stated.path("RefreshTokenRotation");
        return new Rotation(
                rotation.path("Feature").asText().equals("ENABLED"),
                Duration.ofSeconds(rotation.path("RetryGracePeriodSeconds").asInt(0)));
    }

    /** Whether signing in tells an unknown user from a wrong password (contract row 25). */
    public boolean revealsUserExistence() {
        return !stated.path("PreventUserExistenceErrors").asText("LEGACY").equals("ENABLED");
    }

    public Duration accessTokenLife() {
        return TokenLife.ACCESS.of(stated);
    }

    public Duration idTokenLife() {
        return TokenLife.ID.of(stated);
    }

    public Duration refreshTokenLife() {
        return TokenLife.REFRESH.of(stated);
    }

    public Duration challengeLife() {
        return Duration.ofMinutes(stated.path("AuthSessionValidity").asInt(3));
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
        client.remove(List.of("GenerateSecret", "ClientSecret"));
        client.put("UserPoolId", poolId()).put("ClientId", id());
        client.put("CreationDate", Json.time(identity.createdAt())).put("LastModifiedDate", Json.time(modifiedAt));
        client.set("ExplicitAuthFlows", Json.array(authFlows()));
        TokenLife.describeRefresh(client);
        client.put("AuthSessionValidity", challengeLife().toMinutes());
        client.put("EnableTokenRevocation", tokenRevocation());
        client.put(
                "AllowedOAuthFlowsUserPoolClient",
                stated.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false));
        client.put(
                "EnablePropagateAdditionalUserContextData",
                stated.path("EnablePropagateAdditionalUserContextData").asBoolean(false));
        Optional.ofNullable(secret()).ifPresent(text -> client.put("ClientSecret", text));
        return client;
    }

    /** Leaves the secret out: it must not reach a log. */
    @Override
    public String toString() {
        return "AppClient[" + id() + "]";
    }
}
