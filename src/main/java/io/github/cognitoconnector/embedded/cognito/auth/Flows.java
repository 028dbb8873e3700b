package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Renewal;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the flow that a client asked for, if the client has it enabled. */
final class Flows {

    private final SignIn signIn;
    private final Renewal renewal;

    Flows(SignIn signIn, Renewal renewal) {
        this.signIn = signIn;
        this.renewal = renewal;
    }

    /** The names under which {@code ExplicitAuthFlows} may enable a password flow; the second is the older one. */
    private static final Map<String, List<String>> PASSWORD_FLOWS = Map.of(
            "USER_PASSWORD_AUTH", List.of("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"),
            "ADMIN_USER_PASSWORD_AUTH", List.of("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"),
            "ADMIN_NO_SRP_AUTH", List.of("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"));

    ObjectNode password(UserPool pool, AppClient client, String flow, Map<String, String> parameters) {
        if (PASSWORD_FLOWS.getOrDefault(flow, List.of()).stream().noneMatch(client.authFlows()::contains)) {
            throw Refusal.invalidParameter(
                    flow.startsWith("ADMIN")
                            ? "Auth flow not enabled for this client"
                            : flow + " flow not enabled for this client");
        }
        String username = required(parameters, "USERNAME");
        String password = required(parameters, "PASSWORD");
        SecretHash.check(client, Optional.ofNullable(parameters.get("SECRET_HASH")), List.of(username));
        return signIn.withPassword(pool, client, username, password);
    }

    ObjectNode refresh(AppClient client, Map<String, String> parameters) {
        if (!client.authFlows().contains("ALLOW_REFRESH_TOKEN_AUTH")
                && client.authFlows().stream().anyMatch(flow -> flow.startsWith("ALLOW_"))) {
            throw Refusal.invalidParameter("Auth flow not enabled for this client");
        }
        String token = required(parameters, "REFRESH_TOKEN");
        User user = renewal.user(client, token);
        SecretHash.check(
                client, Optional.ofNullable(parameters.get("SECRET_HASH")), List.of(user.username(), user.sub()));
        return SignIn.result(renewal.renew(client, token));
    }

    static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.invalidParameter("Missing required parameter " + name);
        }
        return value;
    }
}
