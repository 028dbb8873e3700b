package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.SignInRules;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a pool is set up; every change makes new settings. */
public record PoolSettings(
        PoolIdentity identity, Schema schema, SignInRules signIn, Configuration configuration, Instant modifiedAt) {

    private static final String ACCOUNT = "123456789012";
    private static final List<String> FIXED = List.of("UsernameAttributes", "AliasAttributes", "UsernameConfiguration");

    /** What names a pool. */
    public record PoolIdentity(String id, String name, Instant createdAt) {

        /** The part of the id before the underscore. */
        String region() {
            return id.substring(0, id.indexOf('_'));
        }

        boolean isIn(String someRegion) {
            return region().equals(someRegion);
        }

        String arn() {
            return "arn:aws:cognito-idp:%s:%s:userpool/%s".formatted(region(), ACCOUNT, id);
        }
    }

    /**
     * What UpdateUserPool and SetUserPoolMfaConfig replace.
     *
     * @param stated the members of the last request, most of which a description repeats as they are
     */
    public record Configuration(PasswordPolicy policy, MfaSettings mfa, ObjectNode stated) {

        static Configuration of(ObjectNode stated, MfaSettings mfa) {
            return new Configuration(PasswordPolicy.of(stated), mfa, stated);
        }
    }

    /** Reads the members of a CreateUserPool request that has passed its constraints and {@link PoolRules}. */
    public static PoolSettings of(PoolIdentity identity, ObjectNode members) {
        ObjectNode stated = Synonyms.settle(members.deepCopy());
        stated.remove(List.of("PoolName", "Schema"));
        SignInRules signIn = new SignInRules(
                stated.path("UsernameConfiguration").path("CaseSensitive").asBoolean(true),
                texts(stated.path("UsernameAttributes")),
                texts(stated.path("AliasAttributes")));
        return new PoolSettings(
                identity,
                Schema.of(members.path("Schema")),
                signIn,
                Configuration.of(stated, MfaSettings.of(stated)),
                identity.createdAt());
    }

    /** After an UpdateUserPool request: what it omits gets its default, what is fixed stays, and so does the name. */
    PoolSettings updated(ObjectNode members, Instant now) {
        ObjectNode stated = Synonyms.settle(members.deepCopy());
        stated.remove(List.of("UserPoolId", "PoolName"));
        for (String fixed : FIXED) {
            if (stated().has(fixed)) {
                stated.set(fixed, stated().get(fixed));
            }
        }
        String name = members.path("PoolName").asText(identity.name());
        return new PoolSettings(
                new PoolIdentity(identity.id(), name, identity.createdAt()),
                schema,
                signIn,
                Configuration.of(stated, mfa().updated(stated)),
                now);
    }

    PoolSettings with(Configuration changed, Instant now) {
        return new PoolSettings(identity, schema, signIn, changed, now);
    }

    PoolSettings with(Schema changed, Instant now) {
        return new PoolSettings(identity, changed, signIn, configuration, now);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return Set.copyOf(texts);
    }

    public PasswordPolicy policy() {
        return configuration.policy();
    }

    public MfaSettings mfa() {
        return configuration.mfa();
    }

    /** The members of the last request that set the pool up, without its name and schema. */
    public ObjectNode stated() {
        return configuration.stated();
    }

    /** {@code LITE}, {@code ESSENTIALS} or {@code PLUS}. */
    String tier() {
        return PoolRules.tier(stated());
    }

    boolean isProtected() {
        return stated().path("DeletionProtection").asText().equals("ACTIVE");
    }

    /** Whether the key of the device belongs to a sign-in. */
    public boolean tracksDevices() {
        return stated().path("DeviceConfiguration").isObject();
    }

    /** Whether a new address takes effect only once verified. */
    public boolean verifiesBeforeUpdate(String attribute) {
        return texts(stated().path("UserAttributeUpdateSettings").path("AttributesRequireVerificationBeforeUpdate"))
                .contains(attribute);
    }
}
