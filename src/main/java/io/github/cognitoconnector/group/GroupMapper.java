package io.github.cognitoconnector.group;

import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

/** Cognito's groups as ours. */
final class GroupMapper {

    private GroupMapper() {}

    static Group toGroup(GroupType group) {
        return new Group(
                group.groupName(),
                group.description(),
                group.precedence(),
                group.roleArn(),
                group.creationDate(),
                group.lastModifiedDate());
    }
}
