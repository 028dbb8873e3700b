package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A person's own access token, real from sign-in to answer. */
@QuarkusTest
class PersonTest {

    private static final String POOL = Cognito.DEMO_POOL;

    @Test
    void anOperatorMayWhatHisGroupMayAndNoMore() {
        var client = Cognito.newClient(POOL);
        String app = newApp(client.clientId());
        String token = People.signIn(POOL, client, "demo-admins").accessToken();

        as(token).get("/v1/apps/" + app + "/users/ada").then().statusCode(200);
        as(token).delete("/v1/apps/" + app + "/users/ada?force=true").then().spec(problem(403, "forbidden"));
        as(token).get("/v1/apps/demo/users/ada").then().spec(problem(404, "app-not-found"));
    }

    @Test
    void aUserOfNoOperatorGroupMayNothing() {
        var client = Cognito.newClient(POOL);
        String app = newApp(client.clientId());
        String token = People.signIn(POOL, client, "demo").accessToken();

        as(token).get("/v1/apps/" + app + "/users/ada").then().spec(problem(403, "forbidden"));
    }

    @Test
    void aClientThatNoAppListsIsNobody() {
        var client = Cognito.newClient(POOL);
        String token = People.signIn(POOL, client, "demo-admins").accessToken();

        as(token).get("/v1/apps/demo/users/ada").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void aClientTakenOffItsAppIsNobodyFromThenOn() {
        var client = Cognito.newClient(POOL);
        String app = newApp(client.clientId());
        String token = People.signIn(POOL, client, "demo-admins").accessToken();
        as(token).get("/v1/apps/" + app + "/users/ada").then().statusCode(200);

        json(Tokens.platform(), "{\"clientIds\": [\"another\"]}")
                .header("If-Match", "*")
                .patch("/v1/apps/" + app)
                .then()
                .statusCode(200);

        as(token).get("/v1/apps/" + app + "/users/ada").then().spec(problem(401, "unauthenticated"));
    }

    private static String newApp(String clientId) {
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"],
                         "operatorGroups": {"demo-admins": ["users.read"]}}""".formatted(id, POOL, clientId))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return id;
    }
}
