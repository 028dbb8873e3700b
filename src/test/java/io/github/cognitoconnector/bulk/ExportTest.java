package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All users of a pool, as lines. */
@QuarkusTest
class ExportTest {

    private static final int USERS = 65;

    private final String id = unique("export-");
    private final String app = "/v1/apps/" + id;

    @BeforeEach
    void fill() {
        String pool = Cognito.newPool(r -> {});
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Export", "userPoolId": "%s", "clientIds": ["x"]}""".formatted(id, pool)).post("/v1/apps").then().statusCode(201);
        Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName("staff"));
        for (int i = 0; i < USERS; i++) {
            String name = "user-%02d".formatted(i);
            Cognito.sdk().adminCreateUser(r -> r.userPoolId(pool).username(name));
        }
        Cognito.sdk()
                .adminAddUserToGroup(r -> r.userPoolId(pool).username("user-07").groupName("staff"));
    }

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void handsOutEverybodyAndSaysThatNobodyIsMissing() {
        List<JsonPath> lines = export("");
        assertThat(lines).hasSize(USERS + 1);
        assertThat(lines.getLast().getMap("")).isEqualTo(Map.of("end", true, "count", USERS));
        assertThat(lines.stream().limit(USERS).map(line -> line.getString("username")))
                .doesNotHaveDuplicates()
                .hasSize(USERS);
        assertThat(lines.getFirst().getMap(""))
                .containsKeys("sub", "status", "enabled")
                .doesNotContainKey("groups");
    }

    @Test
    void includesGroupsWhereTheyAreAskedFor() {
        List<JsonPath> lines = export("?include=groups");
        JsonPath member = lines.stream()
                .filter(line -> "user-07".equals(line.getString("username")))
                .findFirst()
                .orElseThrow();
        assertThat(member.getList("groups")).containsExactly("staff");
    }

    @Test
    void writesCsvThatNoSpreadsheetTakesForFormulas() {
        json(Tokens.platform(), "{\"username\": \"=cmd\", \"attributes\": {\"name\": \"+1, \\\"x\\\"\"}}")
                .post(app + "/users")
                .then()
                .statusCode(201);
        String csv = as(Tokens.platform())
                .get(app + "/export?format=csv&include=groups")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("username,sub,status,enabled,")
                .endsWith(",groups");
        assertThat(csv).contains("\n'=cmd,").contains(",\"'+1, \"\"x\"\"\",");
        assertThat(csv.lines().toList().getLast()).isEqualTo("{\"end\":true,\"count\":" + (USERS + 1) + "}");
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        Cognito.pages("{\"ListUsers\": 5}");
        Cognito.faults("[{\"operation\": \"ListUsers\", \"error\": \"HTTP_500\", \"rate\": 0.5}]");
        List<String> found = new ArrayList<>();
        String query = "";
        for (int tries = 0; tries < 50; tries++) {
            var answer = as(Tokens.platform()).get(app + "/export" + query);
            if (answer.statusCode() != 200) {
                continue;
            }
            List<JsonPath> lines = Jobs.lines(answer.asString());
            lines.stream().limit(lines.size() - 1).forEach(line -> found.add(line.getString("username")));
            if (lines.getLast().getBoolean("end")) {
                break;
            }
            assertThat(lines.getLast().getString("problem.code")).isEqualTo("upstream-failed");
            query = "?cursor=" + lines.getLast().getString("cursor");
            as(Tokens.demo()).get(DEMO + "/export" + query).then().spec(problem(400, "invalid-cursor"));
        }
        assertThat(found).doesNotHaveDuplicates().hasSize(USERS);
    }

    @Test
    void saysInBetweenWhereItCouldGoOn() {
        Cognito.pages("{\"ListUsers\": 1}");
        assertThat(export("?cursors=true")).hasSize(USERS + 1);
        Cognito.reset();
        as(Tokens.platform()).get(app + "/export?cursor=nothing").then().spec(problem(400, "invalid-cursor"));
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhoMayNot() {
        as(Tokens.demo()).get(DEMO + "/export?format=xml").then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).get(DEMO + "/export?include=all").then().spec(problem(400, "invalid-request"));
        as(Tokens.withScopes("jobs.read")).get(DEMO + "/export").then().spec(problem(403, "forbidden"));
        as("none").get(DEMO + "/export").then().spec(problem(401, "unauthenticated"));
        as(Tokens.demo()).get(app + "/export").then().spec(problem(404, "app-not-found"));
        Cognito.faults("[{\"operation\": \"ListUsers\", \"error\": \"AccessDeniedException\"}]");
        as(Tokens.demo()).get(DEMO + "/export").then().spec(problem(502, "credentials-rejected"));
    }

    private List<JsonPath> export(String query) {
        return Jobs.lines(as(Tokens.platform())
                .get(app + "/export" + query)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString());
    }
}
