package io.github.cognitoconnector.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Cognito's users as ours; Cognito has two shapes for one thing. */
public final class UserMapper {

    private static final String SUB = "sub";

    private UserMapper() {}

    static User toUser(AdminGetUserResponse user) {
        return toUser(
                user.username(),
                user.userStatusAsString(),
                user.enabled(),
                user.userAttributes(),
                user.userCreateDate(),
                user.userLastModifiedDate());
    }

    static User toUser(UserType user) {
        return toUser(
                user.username(),
                user.userStatusAsString(),
                user.enabled(),
                user.attributes(),
                user.userCreateDate(),
                user.userLastModifiedDate());
    }

    public static List<AttributeType> toAttributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(a -> AttributeType.builder()
                        .name(a.getKey())
                        .value(a.getValue())
                        .build())
                .toList();
    }

    private static User toUser(
            String username,
            String status,
            Boolean enabled,
            List<AttributeType> all,
            Instant created,
            Instant updated) {
        Map<String, String> attributes = new TreeMap<>();
        all.forEach(a -> attributes.put(a.name(), a.value() == null ? "" : a.value()));
        String sub = attributes.remove(SUB);
        return new User(username, sub, status, Boolean.TRUE.equals(enabled), attributes, created, updated, null);
    }
}
