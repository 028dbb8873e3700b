package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.GroupName;
import io.github.cognitoconnector.app.MessageAction;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made.
 *
 * @param username may be left out where the pool signs in by email or phone
 * @param groups beside the app's default groups
 * @param temporaryPassword generated if left out
 * @param messageAction the app's if left out
 * @param deliveryMediums how an invitation is sent; if left out, by email to who has an address, else by SMS
 */
@Schema(examples = """
                {"username": "grace", "attributes": {"email": "grace@example.com", "email_verified": "true"},
                 "groups": ["demo"]}""")
public record CreateUserRequest(
        @Nullable @Size(min = 1, max = 128) @Pattern(regexp = GroupName.PATTERN, message = "A username has no spaces and no control characters") String username,

        @Nullable @Size(max = 100) Map<@NotNull @Size(min = 1, max = 32) String, @NotNull @Size(max = 2048) String> attributes,

        @Nullable @Size(max = 100) List<@NotNull @GroupName String> groups,

        @Nullable @Size(min = 6, max = 256) @Pattern(regexp = "\\S+", message = "A password has no spaces") @Schema(writeOnly = true)
        String temporaryPassword,

        @Nullable MessageAction messageAction,

        @Nullable @Size(max = 2) List<@NotNull DeliveryMedium> deliveryMediums) {

    /** How Cognito sends an invitation. */
    public enum DeliveryMedium {
        EMAIL,
        SMS;

        /** The way to a user with these attributes; empty if there is none. */
        static List<DeliveryMedium> to(Map<String, String> attributes) {
            if (attributes.containsKey("email")) {
                return List.of(EMAIL);
            }
            return attributes.containsKey("phone_number") ? List.of(SMS) : List.of();
        }
    }

    @Override
    public String toString() {
        return "CreateUserRequest[…]";
    }
}
