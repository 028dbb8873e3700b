package io.github.cognitoconnector.access;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** An app of the members of group {@code demo}, and people who sign in to it with a password. */
record Members(String app, String pool, UserPoolClientType client) {

    private static final String PASSWORD = "Correct-Horse-42";

    /** Somebody who has signed in. */
    record Member(String username, AuthenticationResultType tokens) {

        String idToken() {
            return tokens.idToken();
        }

        String accessToken() {
            return tokens.accessToken();
        }
    }

    static Members inDemoPool() {
        return in(Cognito.DEMO_POOL);
    }

    static Members in(String pool) {
        UserPoolClientType client = Cognito.newClient(pool);
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"],
                         "allowedGroups": ["demo", "demo-admins"], "defaultRoles": ["Guest"],
                         "roleMappings": {"demo-admins": ["Administrator", "User"], "elsewhere": ["Nobody"]}}""".formatted(id, pool, client.clientId()))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return new Members("/v1/apps/" + id, pool, client);
    }

    String newUser(String... groups) {
        String username = unique("member-");
        var sdk = Cognito.sdk();
        sdk.adminCreateUser(r -> r.userPoolId(pool).username(username).messageAction(MessageActionType.SUPPRESS));
        sdk.adminSetUserPassword(
                r -> r.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
        for (String group : groups) {
            sdk.adminAddUserToGroup(r -> r.userPoolId(pool).username(username).groupName(group));
        }
        return username;
    }

    Member signIn(String username) {
        return new Member(
                username,
                Cognito.sdk()
                        .initiateAuth(r -> r.clientId(client.clientId())
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                        .authenticationResult());
    }

    Member newMember(String... groups) {
        return signIn(newUser(groups));
    }

    ValidatableResponse evaluateToken(String token) {
        return evaluate("{\"token\": \"" + token + "\"}");
    }

    ValidatableResponse evaluateUser(String user) {
        return evaluate("{\"user\": \"" + user + "\"}");
    }

    /** As the platform, which may act on the app. */
    ValidatableResponse evaluate(String body) {
        return json(Tokens.platform(), body).post(app + "/access/evaluate").then();
    }
}
