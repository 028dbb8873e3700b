package io.github.cognitoconnector.group;

import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

/** Cognito's groups as ours. */
final class GroupMapper {

    private GroupMapper() {}

    /** Cognito keeps a description that was taken away as an empty one. */
    static Group toGroup(GroupType group) {
        String description = group.description();
        return new Group(
                group.groupName(),
                description == null || description.isEmpty() ? null : description,
                group.precedence(),
                group.roleArn(),
                group.creationDate(),
                group.lastModifiedDate());
    }
}
