package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretResourceTest {

    private static final String REENCRYPTION = "/v1/secrets/re-encryption";

    @Test
    void thePlatformReencrypts() {
        as(Tokens.platform())
                .post(REENCRYPTION)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("size()", equalTo(3))
                .body("reencrypted", greaterThanOrEqualTo(0))
                .body("unreadable", greaterThanOrEqualTo(0))
                .body("remaining", greaterThanOrEqualTo(0));
    }

    @Test
    void nobodyElseDoes() {
        given().post(REENCRYPTION).then().spec(problem(401, "unauthenticated"));
        as(Tokens.demo()).post(REENCRYPTION).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("apps.admin")).post(REENCRYPTION).then().spec(problem(403, "forbidden"));
    }

    @Test
    void thereIsNothingToGet() {
        as(Tokens.platform())
                .get(REENCRYPTION)
                .then()
                .spec(problem(405, "method-not-allowed"))
                .header("Allow", "POST");
        as(Tokens.platform()).post(REENCRYPTION + "?app=demo").then().spec(problem(400, "invalid-request"));
    }
}
