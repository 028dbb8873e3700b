package io.github.cognitoconnector.embedded.cognito.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A snapshot of one group. */
public record Group(String name, Definition definition, Instant createdAt, Instant modifiedAt) {

    /**
     * What can be changed.
     *
     * @param precedence 0 is the highest, null the lowest
     */
    public record Definition(
            @Nullable String description,
            @Nullable Integer precedence,
            @Nullable String roleArn) {}

    public Group with(Definition newDefinition, Instant now) {
        return new Group(name, newDefinition, createdAt, now);
    }
}
