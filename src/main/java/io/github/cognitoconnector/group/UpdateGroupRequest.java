package io.github.cognitoconnector.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A group as a merge patch leaves it.
 *
 * @param name what it was; there to be told from another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record UpdateGroupRequest(
        @Nullable String name,
        @Nullable @Size(max = 2048) String description,
        @Nullable @PositiveOrZero Integer precedence,

        @Nullable @Size(min = 20, max = 2048) @Pattern(regexp = CreateGroupRequest.ROLE_ARN, message = CreateGroupRequest.ROLE_ARN_MESSAGE) String roleArn) {

    static final String EXAMPLE = """
            {"description": "May edit and publish articles", "precedence": 10}""";

    static UpdateGroupRequest of(Group group) {
        return new UpdateGroupRequest(group.name(), group.description(), group.precedence(), group.roleArn());
    }

    /** An empty description is none. */
    GroupDefinition definition() {
        return new GroupDefinition(
                description == null || description.isEmpty() ? null : description, precedence, roleArn);
    }
}
