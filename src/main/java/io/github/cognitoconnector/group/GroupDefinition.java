package io.github.cognitoconnector.group;

import org.jspecify.annotations.Nullable;

/** What can be changed about a group. */
record GroupDefinition(
        @Nullable String description,
        @Nullable Integer precedence,
        @Nullable String roleArn) {

    /** The same without a precedence or a role that the other one does not have. */
    GroupDefinition withoutWhatLacks(GroupDefinition other) {
        return new GroupDefinition(
                description, other.precedence == null ? null : precedence, other.roleArn == null ? null : roleArn);
    }
}
