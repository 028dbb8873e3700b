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

    /** Somebody who has signed in. */
    record Person(String username, AuthenticationResultType tokens) {

        String token() {
            return tokens.accessToken();
        }
    }

    /** The tokens of a new person in a group. */
    static AuthenticationResultType signIn(String pool, UserPoolClientType client, String group) {
        return newPerson(pool, client, group).tokens();
    }

    static Person newPerson(String pool, UserPoolClientType client, String... groups) {
        String username = Api.unique("person-");
        var sdk = Cognito.sdk();
        sdk.adminCreateUser(r -> r.userPoolId(pool).username(username).messageAction(MessageActionType.SUPPRESS));
        sdk.adminSetUserPassword(
                r -> r.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
        for (String group : groups) {
            sdk.adminAddUserToGroup(r -> r.userPoolId(pool).username(username).groupName(group));
        }
        return signInAgain(username, client);
    }

    static Person signInAgain(String username, UserPoolClientType client) {
        return new Person(
                username,
                Cognito.sdk()
                        .initiateAuth(r -> r.clientId(client.clientId())
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                        .authenticationResult());
    }
}
