package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.user.CreateUserRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of NDJSON: what a {@link CreateUserRequest} has, and {@code enabled}. It repeats the properties, since Jackson
 * knows no strict way to take those of another record in and still tell the column of a fault.
 */
@RegisterForReflection
record NdjsonRow(
        @Nullable String username,
        @Nullable Map<String, String> attributes,
        @Nullable List<String> groups,
        @Nullable String temporaryPassword,
        @Nullable MessageAction messageAction,
        @Nullable List<CreateUserRequest.DeliveryMedium> deliveryMediums,
        @Nullable Boolean enabled) {

    CreateUserRequest user() {
        return new CreateUserRequest(username, attributes, groups, temporaryPassword, messageAction, deliveryMediums);
    }

    @Override
    public String toString() {
        return "NdjsonRow[…]";
    }
}
