package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Tokens;

/** Apps on pools that tests have made. */
final class TestedPool {

    private TestedPool() {}

    /**
     * The path of a new app.
     *
     * @param members further members of its registration, each behind a comma
     */
    static String app(String pool, String clients, String members) {
        String id = unique("pool-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": [%s]%s}""".formatted(id, pool, clients, members))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return "/v1/apps/" + id;
    }
}
