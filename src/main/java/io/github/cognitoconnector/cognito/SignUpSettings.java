package io.github.cognitoconnector.cognito;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
public record SignUpSettings(boolean open, Set<String> verified, Set<String> signIn, Set<String> required) {

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
                        .filter(name -> !name.equals("sub"))));
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toUnmodifiableSet());
    }
}
