package io.github.cognitoconnector.embedded.cognito.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Group;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Optional;

/** Groups as the operations show them. */
final class GroupJson {

    private GroupJson() {}

    static ObjectNode answer(UserPool pool, Group group) {
        ObjectNode answer = Json.object();
        answer.set("Group", listed(pool, group));
        return answer;
    }

    static ObjectNode listed(UserPool pool, Group group) {
        Group.Definition definition = group.definition();
        ObjectNode json = Json.object()
                .put("GroupName", group.name())
                .put("UserPoolId", pool.id())
                .put("CreationDate", Json.time(group.createdAt()))
                .put("LastModifiedDate", Json.time(group.modifiedAt()));
        Optional.ofNullable(definition.description()).ifPresent(text -> json.put("Description", text));
        Optional.ofNullable(definition.precedence()).ifPresent(number -> json.put("Precedence", number));
        Optional.ofNullable(definition.roleArn()).ifPresent(arn -> json.put("RoleArn", arn));
        return json;
    }
}
