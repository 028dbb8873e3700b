package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.token.ClientRules;
import io.github.cognitoconnector.embedded.cognito.token.Renewal;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Map;

/** Runs the flow that a client asked for, if the client has it enabled. */
final class Flows {

    /** The names under which {@code ExplicitAuthFlows} may enable a password flow; the second is the older one. */
    private static final Map<String, List<String>> PASSWORD_FLOWS = Map.of(
            "USER_PASSWORD_AUTH", List.of("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"),
            "ADMIN_USER_PASSWORD_AUTH", List.of("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"),
            "ADMIN_NO_SRP_AUTH", List.of("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"));

    private final SignIn signIn;
    private final PasswordVerifier passwordVerifier;
    private final Renewal renewal;

    Flows(SignIn signIn, PasswordVerifier passwordVerifier, Renewal renewal) {
        this.signIn = signIn;
        this.passwordVerifier = passwordVerifier;
        this.renewal = renewal;
    }

    ObjectNode password(Attempt attempt, String flow, Responses parameters) {
        AppClient client = attempt.client();
        if (PASSWORD_FLOWS.getOrDefault(flow, List.of()).stream().noneMatch(client.authFlows()::contains)) {
            throw Refusal.invalidParameter(
                    flow.startsWith("ADMIN")
                            ? "Auth flow not enabled for this client"
                            : flow + " flow not enabled for this client");
        }
        String username = parameters.username();
        String password = parameters.required("PASSWORD");
        SecretHash.check(client, parameters.find("SECRET_HASH"), List.of(username));
        return signIn.withPassword(attempt, username, password);
    }

    /** The older names of flows never took this one away, but for the one that leaves custom flows alone. */
    ObjectNode secureRemotePassword(Attempt attempt, Responses parameters) {
        List<String> flows = attempt.client().authFlows();
        boolean enabled = flows.contains("ALLOW_USER_SRP_AUTH")
                || flows.stream().noneMatch(flow -> flow.startsWith("ALLOW_") || flow.equals("CUSTOM_AUTH_FLOW_ONLY"));
        if (!enabled) {
            throw Refusal.invalidParameter("USER_SRP_AUTH is not enabled for the client.");
        }
        return passwordVerifier.demand(attempt, parameters);
    }

    /** A client that rotates refresh tokens has another operation for it; AWS names the error, the words are ours. */
    ObjectNode refresh(Attempt attempt, Responses parameters) {
        AppClient client = attempt.client();
        if (!client.authFlows().contains("ALLOW_REFRESH_TOKEN_AUTH")
                && client.authFlows().stream().anyMatch(flow -> flow.startsWith("ALLOW_"))) {
            throw Refusal.invalidParameter("Auth flow not enabled for this client");
        }
        if (ClientRules.of(client).rotatesRefreshTokens()) {
            throw new Refusal(
                    "UnsupportedOperationException",
                    "Refresh token rotation is enabled for this client. Use GetTokensFromRefreshToken.");
        }
        String token = parameters.required("REFRESH_TOKEN");
        User user = renewal.user(client, token);
        SecretHash.check(client, parameters.find("SECRET_HASH"), List.of(user.username(), user.sub()));
        String device = attempt.origin().deviceKey();
        return SignedIn.result(renewal.renew(client, token, device).pair());
    }
}
