package io.github.cognitoconnector.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.rest.ETags;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A group of a user pool.
 *
 * @param precedence 0 is the highest; none is the lowest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"name": "demo", "description": "Users of the demo app", "precedence": 10,
                 "createdAt": "2026-11-20T12:00:00Z", "updatedAt": "2026-11-20T12:00:00Z"}""")
public record Group(
        String name,
        @Nullable String description,
        @Nullable Integer precedence,
        @Nullable String roleArn,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether the request makes this group. */
    boolean isWhat(CreateGroupRequest request) {
        return etag().equals(request.expected(createdAt).etag());
    }

    GroupDefinition definition() {
        return new GroupDefinition(description, precedence, roleArn);
    }

    /** The same group, defined in another way. */
    Group with(GroupDefinition other, Instant now) {
        return new Group(name, other.description(), other.precedence(), other.roleArn(), createdAt, now);
    }

    String etag() {
        return ETags.of(name, description, precedence, roleArn);
    }
}
