package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/**
 * The settings of a user pool that decide how users are created.
 *
 * @param signInAttributes {@code email}, {@code phone_number} or both where users sign in by them; empty where they
 *     sign in by username
 * @param minimumLength of a password
 * @param attributes names of the attributes that the pool's schema has
 */
public record PoolSettings(Set<String> signInAttributes, int minimumLength, Set<String> attributes) {

    /** Cognito's default where a pool states none. */
    private static final int DEFAULT_MINIMUM_LENGTH = 8;

    static PoolSettings of(UserPoolType pool) {
        PasswordPolicyType policy =
                pool.policies() == null ? null : pool.policies().passwordPolicy();
        return new PoolSettings(
                pool.usernameAttributes().stream()
                        .map(UsernameAttributeType::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                policy == null || policy.minimumLength() == null ? DEFAULT_MINIMUM_LENGTH : policy.minimumLength(),
                pool.schemaAttributes().stream()
                        .map(SchemaAttributeType::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** @throws ProblemException {@code INVALID_ATTRIBUTE} with every attribute that cannot be set in this pool */
    public void checkAttributes(Set<String> names) {
        List<FieldError> errors = names.stream()
                .filter(name -> name.equals("sub") || !attributes.contains(name))
                .sorted()
                .map(name -> FieldError.of(
                        ProblemType.INVALID_ATTRIBUTE,
                        "/attributes/" + name.replace("~", "~0").replace("/", "~1"),
                        name.equals("sub")
                                ? "Cognito itself sets it."
                                : "The schema of the user pool has no such attribute."))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.INVALID_ATTRIBUTE, errors);
        }
    }
}
