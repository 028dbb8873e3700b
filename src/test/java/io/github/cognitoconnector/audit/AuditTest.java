package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.DatabaseDump;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows say. */
@QuarkusTest
class AuditTest {

    private static final String TRAIL = DEMO + "/audit";

    @Inject
    DatabaseDump dump;

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void aCreatedUserIsNamedBySubAndAttributesByNameAlone() throws SQLException {
        String canary = unique("canary");
        String username = unique("user-");
        Response created =
                json(Tokens.demo(), """
                        {"username": "%s", "attributes": {"email": "%s@example.com", "name": "%s"}}""".formatted(username, canary, canary)).post(DEMO + "/users");
        created.then().statusCode(201);

        Map<String, Object> row = newest("?operation=createUser&target=" + username);
        assertThat(row)
                .containsEntry("outcome", "succeeded")
                .containsEntry("status", 201)
                .containsEntry("target", "user:" + username)
                .containsEntry("userSub", created.path("sub"))
                .containsEntry("changed", List.of("email", "name"))
                .doesNotContainKeys("values", "problem");
        assertThat(newest("?target=" + created.path("sub"))).isEqualTo(row);
        assertThat(dump.tables()).doesNotContain(canary);
    }

    @Test
    void aMembershipNamesUserAndGroup() {
        String user = newUser();
        as(Tokens.demo())
                .put(DEMO + "/users/" + user + "/groups/demo-admins")
                .then()
                .statusCode(204);

        Map<String, Object> row = newest("?target=" + user + "&operation=addUserToGroup");
        assertThat(row)
                .containsEntry("target", "user:" + user)
                .containsEntry("part", "group:demo-admins")
                .containsEntry("outcome", "succeeded");
        assertThat(newest("?target=group:demo-admins")).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({
        "email:%s@example.com",
        "username:%s@example.com",
        "%s@example.com",
        "phone:+49%s",
    })
    void anAddressIsFoundByWhoKnowsItAndByNobodyElse(String reference) throws SQLException {
        String digits = String.valueOf(System.nanoTime());
        String sought = reference.formatted(digits);
        as(Tokens.demo()).post(DEMO + "/users/" + sought + "/disable").then().statusCode(404);

        Map<String, Object> row = newest("?target=" + sought.replace("+", "%2B"));
        assertThat(row).containsEntry("problem", "user-not-found");
        String shown = String.valueOf(row.get("target"));
        assertThat(shown).matches("user:#[A-Za-z0-9_-]{22}");
        assertThat(newest("?target=" + shown.replace("#", "%23"))).isEqualTo(row);
        assertThat(dump.tables()).doesNotContain(digits);
    }

    @Test
    void aUserWhoIsLookedUpIsKnownBySub() {
        String user = newUser();
        String sub = as(Tokens.demo()).get(DEMO + "/users/" + user).path("sub");
        as(Tokens.demo()).post(DEMO + "/users/sub:" + sub + "/disable").then().statusCode(204);

        assertThat(newest("?target=" + sub + "&operation=disableUser"))
                .containsEntry("userSub", sub)
                .containsEntry("target", "user:" + sub);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_500, unknown",
        "RESET, unknown",
        "BLACKHOLE, unknown",
        "InternalErrorException, unknown",
        "UnrecognizedClientException, failed",
        "UserNotFoundException, refused",
        "TooManyRequestsException, refused",
    })
    void whatIsNotKnownIsNotCalledFailed(String fault, String outcome) {
        Cognito.faults("[{\"operation\": \"AdminDisableUser\", \"error\": \"" + fault + "\"}]");
        Response answer = as(Tokens.demo()).post(DEMO + "/users/ada/disable");
        Cognito.reset();

        assertThat(Trail.of(TRAIL, answer))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("outcome", outcome)
                        .containsEntry("status", answer.statusCode())
                        .containsEntry("problem", answer.path("code")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"demo\"} | 409",
                "{\"name\": \"a b\"} | 422",
                "{\"unknown\": 1} | 400",
                "{ | 400",
            })
    void whatIsRefusedAfterItHasBegunIsOneRow(String body, int status) {
        Response refused = json(Tokens.demo(), body).post(DEMO + "/groups");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(Trail.of(TRAIL, refused))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("operation", "createGroup")
                        .containsEntry("outcome", "refused")
                        .containsEntry("status", status));
    }

    @Test
    void whatIsRefusedByAFilterIsOneRow() {
        Response refused = as(Tokens.demo()).delete(DEMO + "/users/ada?unknown=1");

        refused.then().spec(problem(400, "invalid-request"));
        assertThat(Trail.of(TRAIL, refused)).hasSize(1);
    }

    @Test
    void commandsOnAppsAreRowsOfTheirOwnTransactions() {
        String id = unique("app-");
        Trail.register(id);
        assertThat(Trail.list(Trail.PLATFORM + "?target=app:" + id).getMap("items[0]"))
                .containsEntry("operation", "createApp")
                .containsEntry("status", 201)
                .containsEntry("outcome", "succeeded");

        String app = "/v1/apps/" + id;
        json(Tokens.platform(), "{\"name\": \"New\", \"allowedGroups\": [\"demo\"]}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
        assertThat(Trail.list(app + "/audit").getMap("items[0]"))
                .containsEntry("operation", "updateApp")
                .containsEntry("status", 200)
                .containsEntry("changed", List.of("name", "allowedGroups"));

        json(Tokens.platform(), "{\"type\": \"DEFAULT\"}")
                .put(app + "/credentials")
                .then()
                .statusCode(200);
        assertThat(Trail.list(app + "/audit").getMap("items[0]"))
                .containsEntry("operation", "changeAppCredentials")
                .containsEntry("changed", List.of("credentials"));

        as(Tokens.platform()).header("If-Match", "*").delete(app).then().statusCode(204);
        assertThat(Trail.list(Trail.PLATFORM + "?appId=" + id).getMap("items[0]"))
                .containsEntry("operation", "deleteApp")
                .containsEntry("status", 204);
        assertThat(Trail.list(Trail.PLATFORM + "?appId=" + id).getList("items.seq"))
                .containsExactly(3, 2, 1);
    }

    @Test
    void aTakenIdNamesTheAppThatWasAskedFor() {
        Response refused = json(
                        Tokens.platform(),
                        "{\"id\": \"demo\", \"name\": \"x\", \"userPoolId\": \"us-east-1_demo\", \"clientIds\": [\"x\"]}")
                .post("/v1/apps");

        refused.then().spec(problem(409, "app-exists"));
        assertThat(Trail.of(Trail.PLATFORM, refused))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("target", "app:demo"));
    }

    @Test
    void valuesAreKeptOfTheAttributesThatTheAppNames() throws SQLException {
        String kept = unique("kept");
        String canary = unique("canary");
        String app = Trail.newApp();
        json(Tokens.platform(), "{\"audit\": {\"values\": [\"nickname\"]}}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
        json(Tokens.platform(), """
                        {"username": "%s", "attributes": {"nickname": "%s", "name": "%s"}}""".formatted(unique("user-"), kept, canary))
                .post(app + "/users")
                .then()
                .statusCode(201);

        assertThat(Trail.list(app + "/audit").getMap("items[0]"))
                .containsEntry("changed", List.of("nickname", "name"))
                .containsEntry("values", Map.of("nickname", kept));
        assertThat(dump.tables()).contains(kept).doesNotContain(canary);
    }

    private static Map<String, Object> newest(String query) {
        return Trail.list(TRAIL + query).getMap("items[0]");
    }
}
