package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Who signs himself up is a user in the trail as any other. */
@QuarkusTest
class SignUpAuditTest {

    private static final String TRAIL = DEMO + "/audit";

    @Test
    void everyStepIsAboutTheUser() {
        String name = unique("signed-");
        json(Tokens.demo(), """
                        {"username": "%s", "password": "Correct-Horse-42", "attributes": {"email": "%s@example.com"}}""".formatted(name, name))
                .post(DEMO + "/signups")
                .then()
                .statusCode(201);
        as(Tokens.demo()).post(DEMO + "/signups/" + name + "/resend").then().statusCode(204);
        json(Tokens.demo(), "{\"code\": \"x\"}")
                .post(DEMO + "/signups/" + name + "/confirm")
                .then()
                .statusCode(422);
        JsonPath rows = Trail.list(TRAIL + "?target=" + name);
        assertThat(rows.getList("items.operation", String.class))
                .containsExactly("confirmSignUp", "resendSignUpCode", "signUp");
        assertThat(rows.getList("items.target", String.class)).containsOnly("user:" + name);
        assertThat(rows.prettify()).doesNotContain("Correct-Horse-42").doesNotContain("example.com");
    }
}
