package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.security.People.Person;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** An issuer that takes new keys, in the midst of it all. */
@QuarkusTest
class KeyRotationTest {

    @Test
    void tokensOfOldAndNewKeysAreTaken() {
        String pool = Cognito.newPool(r -> {});
        UserPoolClientType client = Cognito.newClient(pool);
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"],
                         "operatorGroups": {"ops": ["users.read"]}}""".formatted(id, pool, client.clientId()))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName("ops"));
        String users = "/v1/apps/" + id + "/users";
        Person before = People.newPerson(pool, client, "ops");
        as(before.token()).get(users).then().statusCode(200);

        given().post(Cognito.endpoint() + "/_control/rotate-keys").then().statusCode(204);
        Person after = People.newPerson(pool, client, "ops");
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> as(after.token()).get(users).then().statusCode(200));
        as(before.token()).get(users).then().statusCode(200);
    }
}
