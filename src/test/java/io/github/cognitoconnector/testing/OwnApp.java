package io.github.cognitoconnector.testing;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * An app with a pool of its own.
 *
 * @param web its only client
 */
public record OwnApp(String id, String pool, UserPoolClientType web) {

    /** Before there is one. */
    public static final OwnApp NONE =
            new OwnApp("none", "none", UserPoolClientType.builder().build());

    /** Enough for everything that is done to users, groups and jobs. */
    private static final String[] EVERYTHING = {
        "users.read", "users.write", "groups.read", "groups.write", "jobs.read", "jobs.write"
    };

    public static OwnApp register() {
        return register("\"name\": \"Own\"", pool -> {});
    }

    /** @param members of the registration, with its name, but without what makes it this app's */
    public static OwnApp register(String members, Consumer<CreateUserPoolRequest.Builder> settings) {
        String pool = Cognito.newPool(settings);
        OwnApp app = new OwnApp(unique("own-"), pool, Cognito.newClient(pool));
        json(
                        Tokens.platform(),
                        "{\"id\": \"%s\", \"userPoolId\": \"%s\", \"clientIds\": [\"%s\"], %s}"
                                .formatted(app.id, pool, app.web.clientId(), members))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return app;
    }

    public void remove() {
        as(Tokens.platform()).header("If-Match", "*").delete(path()).then().statusCode(204);
    }

    public String path() {
        return "/v1/apps/" + id;
    }

    /** Of the client, for all of users, groups and jobs. */
    public String token() {
        return token(EVERYTHING);
    }

    /** Of the client, with these permissions. */
    public String token(String... permissions) {
        String scopes = Arrays.stream(permissions).map(p -> "connector/" + p).collect(Collectors.joining(" "));
        return Tokens.signed(claims -> {
            claims.setIssuer(Cognito.issuer(pool));
            claims.setSubject(web.clientId());
            claims.setStringClaim("client_id", web.clientId());
            claims.setStringClaim("scope", scopes);
        });
    }

    public void newGroup(String name) {
        Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(name));
    }

    public void newUser(String username, String... groups) {
        Cognito.sdk()
                .adminCreateUser(r -> r.userPoolId(pool).username(username).messageAction(MessageActionType.SUPPRESS));
        for (String group : groups) {
            Cognito.sdk()
                    .adminAddUserToGroup(
                            r -> r.userPoolId(pool).username(username).groupName(group));
        }
    }

    /** Users of the pool, each as {@code name} or {@code name disabled}, by name. */
    public List<String> users() {
        return Cognito.sdk().listUsersPaginator(r -> r.userPoolId(pool)).users().stream()
                .map(user -> user.username() + (user.enabled() ? "" : " disabled"))
                .sorted()
                .toList();
    }

    public List<String> groups(String username) {
        return Cognito.sdk().adminListGroupsForUser(r -> r.userPoolId(pool).username(username)).groups().stream()
                .map(group -> group.groupName())
                .sorted()
                .toList();
    }

    /** What Cognito asks for of somebody who signs in; fails if the password is not his. */
    public String challenge(String username, String password) {
        return Cognito.sdk()
                .adminInitiateAuth(r -> r.userPoolId(pool)
                        .clientId(web.clientId())
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", password)))
                .challengeNameAsString();
    }
}
