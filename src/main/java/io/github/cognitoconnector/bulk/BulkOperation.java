package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.user.CreateUserRequest;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One operation, with the members that the operation of this name has in the API.
 *
 * @param user whom it is about, as in a path; of {@code createUser} the username, which may be left out where the pool signs
 *     in by email or phone
 * @param group of {@code addUserToGroup} and {@code removeUserFromGroup}
 * @param attributes of {@code createUser} and {@code updateUser}; null deletes one
 * @param groups of {@code createUser}
 * @param temporaryPassword of {@code createUser}
 * @param messageAction of {@code createUser}
 * @param deliveryMediums of {@code createUser}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkOperation(
        @NotNull Op op,
        @Nullable String user,
        @Nullable String group,

        @JsonInclude(content = JsonInclude.Include.ALWAYS) @Nullable Map<String, @Nullable String> attributes,

        @Nullable List<String> groups,

        @Schema(writeOnly = true) @Nullable String temporaryPassword,

        @Nullable MessageAction messageAction,
        @Nullable List<DeliveryMedium> deliveryMediums) {

    /** What is done, by the operation ids of the API. */
    public enum Op {
        @JsonProperty("createUser")
        CREATE_USER,
        @JsonProperty("updateUser")
        UPDATE_USER,
        @JsonProperty("deleteUser")
        DELETE_USER,
        @JsonProperty("enableUser")
        ENABLE_USER,
        @JsonProperty("disableUser")
        DISABLE_USER,
        @JsonProperty("signOutUser")
        SIGN_OUT_USER,
        @JsonProperty("addUserToGroup")
        ADD_USER_TO_GROUP,
        @JsonProperty("removeUserFromGroup")
        REMOVE_USER_FROM_GROUP;

        boolean isMembership() {
            return this == ADD_USER_TO_GROUP || this == REMOVE_USER_FROM_GROUP;
        }
    }

    /** What the user is called in results; empty if he is not called anything. */
    String key() {
        Map<String, String> given = present(attributes);
        return Stream.of(user, given.get("email"), given.get("phone_number"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    CreateUserRequest toCreate() {
        return new CreateUserRequest(
                user, present(attributes), groups, temporaryPassword, messageAction, deliveryMediums);
    }

    private static Map<String, String> present(@Nullable Map<String, @Nullable String> attributes) {
        Map<String, String> present = new TreeMap<>();
        if (attributes != null) {
            attributes.forEach((name, value) -> {
                if (value != null) {
                    present.put(name, value);
                }
            });
        }
        return present;
    }

    @Override
    public String toString() {
        return "BulkOperation[" + op + "]";
    }
}
