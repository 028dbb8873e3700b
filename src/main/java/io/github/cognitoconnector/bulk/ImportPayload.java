package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.user.CreateUserRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import as its job keeps it.
 *
 * @param enabled null where the row does not say
 */
@RegisterForReflection
record ImportPayload(CreateUserRequest user, @Nullable Boolean enabled) {

    @Override
    public String toString() {
        return "ImportPayload[…]";
    }
}
