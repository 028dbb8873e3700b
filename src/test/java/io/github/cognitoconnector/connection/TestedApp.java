package io.github.cognitoconnector.connection;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Tokens;
import io.restassured.response.ValidatableResponse;

/** Apps and their connection tests, over HTTP. */
final class TestedApp {

    private TestedApp() {}

    /** A new app on the pool, with these credentials; its id. */
    static String on(String pool, String credentials) {
        String id = unique("wired-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Wired", "userPoolId": "%s", "clientIds": ["client"], "credentials": %s}""".formatted(id, pool, credentials))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return id;
    }

    /** The answer, which is 200 whatever AWS does. */
    static ValidatableResponse test(String app) {
        return as(Tokens.platform()).post(path(app)).then().statusCode(200);
    }

    static String path(String app) {
        return "/v1/apps/" + app + "/connection-test";
    }

    /** GPath of a member of the check of an action. */
    static String check(String action, String member) {
        return "checks.find { it.action == '" + action + "' }." + member;
    }
}
