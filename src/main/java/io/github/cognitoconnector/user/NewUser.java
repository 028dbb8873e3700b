package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.MessageAction;
import java.util.List;
import java.util.Map;

/**
 * A user to be made, with everything decided.
 *
 * @param username as Cognito takes it: the email address or phone number where the pool signs in by it
 */
record NewUser(
        String username,
        Map<String, String> attributes,
        List<String> groups,
        String temporaryPassword,
        boolean generated,
        MessageAction messageAction,
        List<CreateUserRequest.DeliveryMedium> deliveryMediums) {

    NewUser withPassword(String password) {
        return new NewUser(username, attributes, groups, password, generated, messageAction, deliveryMediums);
    }

    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
