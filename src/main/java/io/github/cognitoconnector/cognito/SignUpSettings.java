package io.github.cognitoconnector.cognito;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * The settings of a user pool that decide how people sign themselves up.
 *
 * @param open false where administrators alone create users
 * @param verified the attributes to which Cognito sends a code: {@code email}, {@code phone_number} or both
 * @param signIn the attributes that users sign in by; empty where they sign in by username
 * @param required names of the attributes that nobody may leave out
 */
public record SignUpSettings(
        boolean open, Set<String> verified, Set<String> signIn, Set<String> required, PasswordRules password) {

    static SignUpSettings of(UserPoolType pool) {
        boolean closed = pool.adminCreateUserConfig() != null
                && Boolean.TRUE.equals(pool.adminCreateUserConfig().allowAdminCreateUserOnly());
        return new SignUpSettings(
                !closed,
                names(pool.autoVerifiedAttributesAsStrings().stream()),
                names(pool.usernameAttributesAsStrings().stream()),
                names(pool.schemaAttributes().stream()
                        .filter(attribute -> Boolean.TRUE.equals(attribute.required()))
                        .map(SchemaAttributeType::name)
                        .filter(name -> !name.equals("sub"))),
                rules(pool));
    }

    private static PasswordRules rules(UserPoolType pool) {
        PasswordPolicyType policy =
                pool.policies() == null ? null : pool.policies().passwordPolicy();
        if (policy == null) {
            return PasswordRules.DEFAULT;
        }
        return new PasswordRules(
                Optional.ofNullable(policy.minimumLength()).orElse(PasswordRules.DEFAULT.minimumLength()),
                Boolean.TRUE.equals(policy.requireUppercase()),
                Boolean.TRUE.equals(policy.requireLowercase()),
                Boolean.TRUE.equals(policy.requireNumbers()),
                Boolean.TRUE.equals(policy.requireSymbols()));
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toUnmodifiableSet());
    }
}
