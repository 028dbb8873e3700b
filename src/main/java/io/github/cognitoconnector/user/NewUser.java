package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.MessageAction;
import java.time.Instant;
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

    /** The user as he would be; his {@code sub} only Cognito knows. */
    User expected(Instant now) {
        return new User(username, null, User.INVITED, true, attributes, now, now, null);
    }

    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
