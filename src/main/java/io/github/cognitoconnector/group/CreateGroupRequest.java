package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.GroupName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group to be made. */
@Schema(examples = """
                {"name": "editors", "description": "May edit articles", "precedence": 20}""")
public record CreateGroupRequest(
        @NotNull @Size(min = 1, max = 128) @Pattern(
                regexp = NAME,
                message = "A group name has no spaces and no control characters, and is not '.' or '..'")
        String name,

        @Nullable @Size(max = 2048) String description,

        @Nullable @PositiveOrZero Integer precedence,

        @Nullable @Size(min = 20, max = 2048) @Pattern(regexp = ROLE_ARN, message = ROLE_ARN_MESSAGE) String roleArn) {

    static final String ROLE_ARN = "arn:[\\w+=/,.@-]+:iam::[0-9]+:role/[\\w+=/,.@-]+";

    static final String ROLE_ARN_MESSAGE = "A role ARN looks like arn:aws:iam::123456789012:role/editors";

    /** Dots alone could be named by no path. */
    private static final String NAME = "(?!\\.{1,2}$)" + GroupName.PATTERN;

    /** The group as it would be. */
    Group expected(Instant now) {
        return new Group(name, description, precedence, roleArn, now, now);
    }
}
