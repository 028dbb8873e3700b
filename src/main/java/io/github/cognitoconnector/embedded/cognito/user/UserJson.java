package io.github.cognitoconnector.embedded.cognito.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.token.Identities;
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
        return putOptions(json, user);
    }

    /** As in a list that asked for some attributes only. */
    static ObjectNode listed(User user, Collection<String> names) {
        ObjectNode json = head(user);
        ArrayNode some = json.putArray("Attributes");
        names.stream().distinct().forEach(name -> user.value(name).ifPresent(value -> put(some, name, value)));
        return putOptions(json, user);
    }

    /** As AdminGetUser answers, where the attributes are called {@code UserAttributes}. */
    static ObjectNode single(User user) {
        ObjectNode json = head(user);
        json.set("UserAttributes", attributes(user));
        return putFactors(json, user);
    }

    /** Second factors as a single user shows them; nothing for a user without any. */
    public static ObjectNode putFactors(ObjectNode json, User user) {
        SecondFactors factors = user.security().factors();
        if (!factors.enabled().isEmpty()) {
            json.set(
                    "UserMFASettingList",
                    Json.array(factors.enabled().stream().map(Factor::name).toList()));
        }
        Factor preferred = factors.preferred();
        if (preferred != null) {
            json.put("PreferredMfaSetting", preferred.name());
        }
        return putOptions(json, user);
    }

    /** The older member, which knows SMS alone. */
    private static ObjectNode putOptions(ObjectNode json, User user) {
        if (user.security().factors().enabled().contains(Factor.SMS_MFA)) {
            json.putArray("MFAOptions").addObject().put("DeliveryMedium", "SMS").put("AttributeName", "phone_number");
        }
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
        Identities.attribute(user).ifPresent(value -> put(list, Identities.NAME, value));
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
