package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.SignInRules;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * How a pool was set up.
 *
 * @param stated the members of its CreateUserPool request, most of which a description repeats as they are
 */
public record PoolSettings(
        PoolIdentity identity, PasswordPolicy policy, Schema schema, SignInRules signIn, ObjectNode stated) {

    private static final String ACCOUNT = "123456789012";

    /** What names a pool. */
    public record PoolIdentity(String id, String name, Instant createdAt) {

        /** The part of the id before the underscore. */
        String region() {
            return id.substring(0, id.indexOf('_'));
        }
    }

    /** Reads the members of a CreateUserPool request that has passed its constraints. */
    public static PoolSettings of(PoolIdentity identity, ObjectNode stated) {
        SignInRules signIn = new SignInRules(
                stated.path("UsernameConfiguration").path("CaseSensitive").asBoolean(true),
                texts(stated.path("UsernameAttributes")),
                texts(stated.path("AliasAttributes")));
        return new PoolSettings(
                identity,
                PasswordPolicy.of(stated.path("Policies").path("PasswordPolicy")),
                Schema.of(stated.path("Schema")),
                signIn,
                stated.deepCopy());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return Set.copyOf(texts);
    }

    /** Whether a new address takes effect only once verified. */
    public boolean verifiesBeforeUpdate(String attribute) {
        return texts(stated.path("UserAttributeUpdateSettings").path("AttributesRequireVerificationBeforeUpdate"))
                .contains(attribute);
    }

    ObjectNode describe(int users) {
        ObjectNode pool = stated.deepCopy();
        pool.remove("PoolName");
        pool.remove("Schema");
        pool.put("Id", identity.id()).put("Name", identity.name()).put("EstimatedNumberOfUsers", users);
        pool.put("Arn", "arn:aws:cognito-idp:%s:%s:userpool/%s".formatted(identity.region(), ACCOUNT, identity.id()));
        pool.put("CreationDate", Json.time(identity.createdAt()));
        pool.put("LastModifiedDate", Json.time(identity.createdAt()));
        pool.withObject("/Policies").set("PasswordPolicy", policy.describe());
        pool.withObject("/UsernameConfiguration").put("CaseSensitive", signIn.caseSensitive());
        pool.withObject("/AdminCreateUserConfig").put("UnusedAccountValidityDays", policy.temporaryDays());
        pool.set("SchemaAttributes", schema.describe());
        putIfAbsent(pool, "MfaConfiguration", "OFF");
        putIfAbsent(pool, "DeletionProtection", "INACTIVE");
        putIfAbsent(pool, "UserPoolTier", "ESSENTIALS");
        return pool;
    }

    private static void putIfAbsent(ObjectNode pool, String name, String value) {
        if (!pool.has(name)) {
            pool.put(name, value);
        }
    }
}
