package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import java.util.Map;

/**
 * A sign-up with everything decided.
 *
 * @param username as Cognito takes it
 * @param medium by which Cognito sends the code
 */
record NewSignUp(
        String username, String password, Map<String, String> attributes, SignUpClient client, DeliveryMedium medium) {

    @Override
    public String toString() {
        return "NewSignUp[…]";
    }
}
