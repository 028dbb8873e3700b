package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Optional;

/** What the documents below {@code /{poolId}/.well-known} have in common. */
final class WellKnown {

    private WellKnown() {}

    static Optional<UserPool> pool(Pools pools, String path, String suffix) {
        int end = path.length() - suffix.length();
        return end < 1 ? Optional.empty() : pools.find(path.substring(1, end));
    }

    static Answer noSuchPool() {
        return error(404, "ResourceNotFoundException", "User pool does not exist.");
    }

    static Answer failure(String code, String message) {
        return error(code.equals("TooManyRequestsException") ? 429 : 400, code, message);
    }

    private static Answer error(int status, String code, String message) {
        return Answer.json(status, Json.write(Json.object().put("code", code).put("message", message)));
    }
}
