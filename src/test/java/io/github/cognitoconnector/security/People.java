package io.github.cognitoconnector.security;

import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Cognito;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** People who sign in with a password. */
final class People {

    private static final String PASSWORD = "Correct-Horse-42";

    private People() {}

    /** The tokens of a new person in a group. */
    static AuthenticationResultType signIn(String pool, UserPoolClientType client, String group) {
        String username = Api.unique("person-");
        var sdk = Cognito.sdk();
        sdk.adminCreateUser(r -> r.userPoolId(pool).username(username).messageAction(MessageActionType.SUPPRESS));
        sdk.adminSetUserPassword(
                r -> r.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
        sdk.adminAddUserToGroup(r -> r.userPoolId(pool).username(username).groupName(group));
        return sdk.initiateAuth(r -> r.clientId(client.clientId())
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                .authenticationResult();
    }
}
