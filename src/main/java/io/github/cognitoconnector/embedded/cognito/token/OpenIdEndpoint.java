package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.List;

/** {@code GET /{poolId}/.well-known/openid-configuration}. */
public final class OpenIdEndpoint implements Endpoint {

    public static final String SUFFIX = "/.well-known/openid-configuration";

    private final Pools pools;
    private final Issuers issuers;

    public OpenIdEndpoint(Pools pools, Issuers issuers) {
        this.pools = pools;
        this.issuers = issuers;
    }

    @Override
    public String operation(Request request) {
        return "OpenIdConfiguration";
    }

    @Override
    public Answer answer(Request request) {
        return WellKnown.pool(pools, request.path(), SUFFIX)
                .map(pool -> Answer.json(200, Json.write(describe(pool))))
                .orElseGet(WellKnown::noSuchPool);
    }

    @Override
    public Answer failure(String code, String message) {
        return WellKnown.failure(code, message);
    }

    private ObjectNode describe(UserPool pool) {
        ObjectNode document = Json.object()
                .put("issuer", issuers.of(pool.id()))
                .put("jwks_uri", issuers.of(pool.id()) + KeySetEndpoint.SUFFIX)
                .put("authorization_endpoint", issuers.base() + "/oauth2/authorize")
                .put("token_endpoint", issuers.base() + TokenEndpoint.PATH);
        document.set("id_token_signing_alg_values_supported", Json.array(List.of("RS256")));
        document.set("response_types_supported", Json.array(List.of("code", "token")));
        document.set("subject_types_supported", Json.array(List.of("public")));
        document.set("scopes_supported", Json.array(List.of("openid", "email", "phone", "profile")));
        document.set(
                "token_endpoint_auth_methods_supported",
                Json.array(List.of("client_secret_basic", "client_secret_post")));
        return document;
    }
}
