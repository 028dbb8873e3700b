package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoconnector.user.User;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as an export shows him.
 *
 * @param groups null where nobody asks for them
 */
@RegisterForReflection
record ExportedUser(
        @JsonUnwrapped User user,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> groups) {

    @Override
    public String toString() {
        return "ExportedUser[" + user.sub() + "]";
    }
}
