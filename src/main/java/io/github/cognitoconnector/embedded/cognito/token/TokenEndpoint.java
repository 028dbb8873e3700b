package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Form;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code POST /oauth2/token} with the grants {@code client_credentials} and {@code refresh_token}; nobody ever gets an
 * {@code authorization_code} here. Errors have the shape and names of RFC 6749.
 */
public final class TokenEndpoint implements Endpoint {

    public static final String PATH = "/oauth2/token";

    private final Pools pools;
    private final ClientAuthentication authentication;
    private final ClientTokens clientTokens;
    private final Renewal renewal;

    public TokenEndpoint(Pools pools, ClientTokens clientTokens, Renewal renewal) {
        this.pools = pools;
        this.authentication = new ClientAuthentication(pools);
        this.clientTokens = clientTokens;
        this.renewal = renewal;
    }

    @Override
    public String operation(Request request) {
        return "Token";
    }

    @Override
    public Answer answer(Request request) {
        if (!request.method().equals("POST")) {
            return error(405, "invalid_request").with("allow", "POST");
        }
        Optional<Form> form = Form.isIn(request) ? Form.parse(request.body()) : Optional.empty();
        return form.map(fields -> grant(request, fields)).orElseGet(() -> error(400, "invalid_request"));
    }

    /** A full quota is 429, everything else 400; OAuth has no names for Cognito's codes. */
    @Override
    public Answer failure(String code, String message) {
        boolean throttled = code.equals("TooManyRequestsException");
        return error(throttled ? 429 : 400, throttled ? "too_many_requests" : code);
    }

    private Answer grant(Request request, Form form) {
        if (ClientAuthentication.isAmbiguous(request, form)) {
            return error(400, "invalid_request");
        }
        Optional<AppClient> client = authentication.authenticate(request, form);
        if (client.isEmpty()) {
            boolean basic = request.header("authorization").isPresent();
            return basic
                    ? error(401, "invalid_client").with("www-authenticate", "Basic")
                    : error(400, "invalid_client");
        }
        return switch (form.find("grant_type").orElse("")) {
            case "client_credentials" -> clientCredentials(client.get(), form);
            case "refresh_token" -> refresh(client.get(), form);
            case "authorization_code" -> redeem(client.get(), form);
            case "" -> error(400, "invalid_request");
            default -> error(400, "unsupported_grant_type");
        };
    }

    private Answer clientCredentials(AppClient client, Form form) {
        if (!client.hasSecret() || !client.allowsOAuthFlow("client_credentials")) {
            return error(400, "unauthorized_client");
        }
        List<String> allowed = allowed(client);
        List<String> scopes = form.find("scope")
                .filter(scope -> !scope.isBlank())
                .map(scope ->
                        Stream.of(scope.strip().split("\\s+", -1)).distinct().toList())
                .orElse(allowed);
        if (scopes.isEmpty() || !allowed.containsAll(scopes)) {
            return error(400, "invalid_scope");
        }
        return success(Json.object().put("access_token", clientTokens.issue(client, scopes)), client);
    }

    /**
     * Those of the client's scopes that still are one of a resource server: AWS grants clients no others, such as {@code
     * openid}, and the client's list keeps the names of those that were deleted.
     */
    private List<String> allowed(AppClient client) {
        return pools.find(client.poolId()).map(UserPool::resourceServers).stream()
                .flatMap(servers -> client.scopes().stream().filter(servers::haveScope))
                .distinct()
                .toList();
    }

    /** Nobody signs in at a page here, so that every code is wrong. */
    private static Answer redeem(AppClient client, Form form) {
        if (!client.allowsOAuthFlow("code")) {
            return error(400, "unauthorized_client");
        }
        return error(400, form.find("code").isPresent() ? "invalid_grant" : "invalid_request");
    }

    /** In a pool that tracks devices only the API renews, as AWS documents: the form has no field for the device. */
    private Answer refresh(AppClient client, Form form) {
        String token = form.find("refresh_token").orElse("");
        if (token.isEmpty()) {
            return error(400, "invalid_request");
        }
        try {
            Renewal.Renewed renewed = renewal.renew(client, token, "");
            UserTokens.Pair pair = renewed.pair();
            ObjectNode tokens = Json.object().put("id_token", pair.idToken()).put("access_token", pair.accessToken());
            renewed.refreshToken().ifPresent(next -> tokens.put("refresh_token", next));
            return success(tokens, client);
        } catch (Refusal refusal) {
            return error(400, "invalid_grant");
        }
    }

    private static Answer success(ObjectNode tokens, AppClient client) {
        tokens.put("expires_in", client.accessTokenLife().toSeconds()).put("token_type", "Bearer");
        return Answer.json(200, Json.write(tokens)).with("cache-control", "no-store");
    }

    private static Answer error(int status, String code) {
        return Answer.json(status, Json.write(Json.object().put("error", code))).with("cache-control", "no-store");
    }
}
