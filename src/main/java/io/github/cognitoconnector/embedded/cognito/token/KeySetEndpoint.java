package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.wire.Json;

/** {@code GET /{poolId}/.well-known/jwks.json}. */
public final class KeySetEndpoint implements Endpoint {

    public static final String SUFFIX = "/.well-known/jwks.json";

    private final Pools pools;
    private final KeyRing keys;

    public KeySetEndpoint(Pools pools, KeyRing keys) {
        this.pools = pools;
        this.keys = keys;
    }

    @Override
    public String operation(Request request) {
        return "JWKS";
    }

    @Override
    public Answer answer(Request request) {
        return WellKnown.pool(pools, request.path(), SUFFIX)
                .map(pool -> Answer.json(200, Json.write(keys.describe())))
                .orElseGet(WellKnown::noSuchPool);
    }

    @Override
    public Answer failure(String code, String message) {
        return WellKnown.failure(code, message);
    }
}
