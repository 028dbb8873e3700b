package io.github.cognitoconnector.embedded.cognito.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Collection;
import java.util.function.Predicate;

/** Users as the operations show them. */
public final class UserJson {

    private UserJson() {}

    /** As in lists, where the attributes are called {@code Attributes}. */
    public static ObjectNode listed(User user) {
        ObjectNode json = head(user);
        json.set("Attributes", attributes(user));
        return json;
    }

    /** As in a list that asked for some attributes only. */
    static ObjectNode listed(User user, Collection<String> names) {
        ObjectNode json = head(user);
        ArrayNode some = json.putArray("Attributes");
        names.stream().distinct().forEach(name -> user.value(name).ifPresent(value -> put(some, name, value)));
        return json;
    }

    /** As AdminGetUser answers, where the attributes are called {@code UserAttributes}. */
    static ObjectNode single(User user) {
        ObjectNode json = head(user);
        json.set("UserAttributes", attributes(user));
        return json;
    }

    /** All attributes, {@code sub} among them. */
    public static ArrayNode attributes(User user) {
        return attributes(user, name -> true);
    }

    /** Those attributes that may be seen, {@code sub} always among them. */
    public static ArrayNode attributes(User user, Predicate<String> visible) {
        ArrayNode list = Json.array();
        put(list, "sub", user.sub());
        user.attributes().forEach((name, value) -> {
            if (visible.test(name)) {
                put(list, name, value);
            }
        });
        return list;
    }

    private static void put(ArrayNode list, String name, String value) {
        list.addObject().put("Name", name).put("Value", value);
    }

    private static ObjectNode head(User user) {
        return Json.object()
                .put("Username", user.username())
                .put("UserCreateDate", Json.time(user.identity().createdAt()))
                .put("UserLastModifiedDate", Json.time(user.modifiedAt()))
                .put("Enabled", user.standing().enabled())
                .put("UserStatus", user.status().name());
    }
}
