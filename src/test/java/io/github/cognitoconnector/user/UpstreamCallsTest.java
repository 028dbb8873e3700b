package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;

/** What operations cost, in calls of Cognito, once the pool's settings are remembered. */
@QuarkusTest
class UpstreamCallsTest {

    private final String app = unique("app-");
    private final String users = "/v1/apps/" + app + "/users";

    @BeforeEach
    void register() {
        String pool = Cognito.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        json(
                        Tokens.platform(),
                        "{\"id\": \"%s\", \"name\": \"Calls\", \"userPoolId\": \"%s\", \"clientIds\": [\"c\"]}"
                                .formatted(app, pool))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        create("{\"username\": \"ada\"}");
    }

    @AfterEach
    void leave() {
        Cognito.reset();
        as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/" + app);
    }

    @Test
    void operationsCostWhatTheyMust() {
        cost(() -> as(Tokens.platform()).get(users + "/ada"), Map.of("AdminGetUser", 1));
        cost(() -> create("{\"username\": \"bob\"}"), Map.of("AdminCreateUser", 1));
        cost(
                () -> create("{\"username\": \"cyd\", \"attributes\": {\"email\": \"cyd@example.com\"}}"),
                Map.of("AdminCreateUser", 1, "ListUsers", 1));
        cost(() -> as(Tokens.platform()).get(users + "?limit=2"), Map.of("ListUsers", 1));
        cost(
                () -> as(Tokens.platform()).get(users + "/email:cyd@example.com"),
                Map.of("ListUsers", 1, "AdminGetUser", 1));
        cost(() -> as(Tokens.platform()).get(users + "/ada/groups"), Map.of("AdminListGroupsForUser", 1));
        cost(() -> as(Tokens.platform()).post(users + "/ada/enable"), Map.of("AdminEnableUser", 1));
        cost(
                () -> as(Tokens.platform()).post(users + "/ada/disable"),
                Map.of("AdminGetUser", 1, "AdminDisableUser", 1));
        cost(
                () -> json(Tokens.platform(), "{\"attributes\": {\"nickname\": \"x\"}}")
                        .patch(users + "/ada"),
                Map.of("AdminGetUser", 3, "AdminUpdateUserAttributes", 1));
        cost(
                () -> json(Tokens.platform(), "{\"password\": \"Correct-Horse-42\"}")
                        .put(users + "/ada/password"),
                Map.of("AdminSetUserPassword", 1));
        cost(
                () -> json(Tokens.platform(), "{}").post(users + "/ada/invitation"),
                Map.of("AdminGetUser", 1, "AdminSetUserPassword", 1));
    }

    private void cost(Runnable request, Map<String, Integer> calls) {
        Cognito.reset();
        request.run();
        assertThat(Cognito.calls()).containsExactlyInAnyOrderEntriesOf(calls);
    }

    private void create(String body) {
        json(Tokens.platform(), body).post(users).then().statusCode(201);
    }
}
