package io.github.cognitoconnector.cognito;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/**
 * The settings of a user pool that decide how users are created and what they can be.
 *
 * @param signInAttributes {@code email}, {@code phone_number} or both where users sign in by them; empty where they
 *     sign in by username
 * @param aliasAttributes what users may sign in by beside their username
 * @param caseSensitive whether usernames and aliases that differ in case alone are two
 * @param selfSignUp false where administrators alone create users
 * @param autoVerified the attributes to which Cognito sends a code at a sign-up: {@code email}, {@code phone_number} or both
 * @param schema the pool's attributes by their names, in the order of these
 */
public record PoolSettings(
        Set<String> signInAttributes,
        Set<String> aliasAttributes,
        boolean caseSensitive,
        boolean selfSignUp,
        Set<String> autoVerified,
        PasswordPolicy passwordPolicy,
        Map<String, SchemaAttribute> schema) {

    public static PoolSettings of(UserPoolType pool) {
        Map<String, SchemaAttribute> schema = new TreeMap<>();
        pool.schemaAttributes().forEach(attribute -> schema.put(attribute.name(), SchemaAttribute.of(attribute)));
        return new PoolSettings(
                pool.usernameAttributes().stream()
                        .map(UsernameAttributeType::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                pool.aliasAttributes().stream()
                        .map(AliasAttributeType::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                isCaseSensitive(pool),
                pool.adminCreateUserConfig() == null
                        || !Boolean.TRUE.equals(pool.adminCreateUserConfig().allowAdminCreateUserOnly()),
                Set.copyOf(pool.autoVerifiedAttributesAsStrings()),
                PasswordPolicy.of(pool),
                Collections.unmodifiableMap(schema));
    }

    /** A pool that does not say distinguishes case: pools did before they could be told not to. */
    private static boolean isCaseSensitive(UserPoolType pool) {
        return pool.usernameConfiguration() == null
                || !Boolean.FALSE.equals(pool.usernameConfiguration().caseSensitive());
    }

    /** Of a password, in characters. */
    public int minimumLength() {
        return passwordPolicy.minimumLength();
    }

    /** Names of the attributes that the pool's schema has. */
    public Set<String> attributes() {
        return schema.keySet();
    }

    /** Names of the attributes that nobody who signs himself up may leave out. */
    public Set<String> required() {
        return schema.values().stream()
                .filter(attribute -> attribute.required() && !attribute.name().equals("sub"))
                .map(SchemaAttribute::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
