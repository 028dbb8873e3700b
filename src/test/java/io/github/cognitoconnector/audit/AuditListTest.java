package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read the trail, and how it is looked through. */
@QuarkusTest
class AuditListTest {

    @Test
    void pagesAreNewestFirstAndFollowTheCursor() {
        String app = Trail.newApp();
        Trail.mutate(app, 5);

        Response first = as(Tokens.platform()).get(app + "/audit?limit=2");
        assertThat(first.jsonPath().getList("items.seq")).containsExactly(5, 4);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        Trail.mutate(app, 1);
        String cursor = first.path("nextCursor");
        JsonPath second = Trail.list(app + "/audit?limit=2&cursor=" + cursor);
        assertThat(second.getList("items.seq")).containsExactly(3, 2);
        JsonPath last = Trail.list(app + "/audit?limit=2&cursor=" + second.getString("nextCursor"));
        assertThat(last.getList("items.seq")).containsExactly(1);
        assertThat(last.getString("nextCursor")).isNull();

        as(Tokens.platform())
                .get(Trail.newApp() + "/audit?limit=2&cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
        as(Tokens.platform())
                .get(app + "/audit?operation=x&cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
    }

    @Test
    void rowsAreSelectedByCallerTargetOperationAndTime() {
        String app = Trail.newApp();
        Trail.mutate(app, 3);
        JsonPath all = Trail.list(app + "/audit");
        String second = all.getString("items[1].at");

        assertThat(seqs(app, "?caller=localoperator")).containsExactly(3, 2, 1);
        assertThat(seqs(app, "?caller=nobody")).isEmpty();
        assertThat(seqs(app, "?target=nobody-1")).containsExactly(2);
        assertThat(seqs(app, "?target=user:nobody-1")).containsExactly(2);
        assertThat(seqs(app, "?target=username:nobody-1")).containsExactly(2);
        assertThat(seqs(app, "?target=group:demo")).containsExactly(3, 2, 1);
        assertThat(seqs(app, "?target=group:nobody-1")).isEmpty();
        assertThat(seqs(app, "?operation=addUserToGroup&target=nobody-2")).containsExactly(3);
        assertThat(seqs(app, "?operation=createUser")).isEmpty();
        assertThat(seqs(app, "?from=" + second)).containsExactly(3, 2);
        assertThat(seqs(app, "?to=" + second)).containsExactly(1);
        assertThat(seqs(app, "?from=2100-01-01T00:00:00%2B02:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-11-20",
                "to=-999999999-01-01T00:00:00Z",
                "to=9999-12-31T23:59:59Z",
                "caller=%00",
                "operation=%0a",
                "who=me",
                "caller=a&caller=b",
            })
    void whatSelectsNothingThereCouldBeIsRefused(String query) {
        as(Tokens.platform()).get(DEMO + "/audit?" + query).then().spec(problem(400, "invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/export", "/verify"})
    void onlyWhoMayReadsIt(String below) {
        String path = DEMO + "/audit" + below;
        as(Tokens.withScopes("audit.read")).get(path).then().statusCode(200);
        as("nonsense").get(path).then().spec(problem(401, "unauthenticated"));
        as(Tokens.demo()).get(path).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(path).then().spec(problem(404, "app-not-found"));
        as(Tokens.withScopes("audit.read"))
                .get("/v1/apps/other/audit" + below)
                .then()
                .spec(problem(404, "app-not-found"));
        as(Tokens.withScopes("audit.read", "apps.admin"))
                .get(Trail.PLATFORM + below)
                .then()
                .spec(problem(403, "forbidden"));
        as(Tokens.platform()).get(Trail.PLATFORM + below).then().statusCode(200);
        as(Tokens.platform()).get(Trail.PLATFORM + below + "?appId=-").then().spec(problem(400, "invalid-request"));
    }

    @Test
    void anExportHasEveryRowAndCountsThem() throws IOException {
        String app = Trail.newApp();
        Trail.mutate(app, 4);
        Response export = as(Tokens.platform()).get(app + "/audit/export?target=group:demo");

        assertThat(export.contentType()).startsWith("application/x-ndjson");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getLast()).isEqualTo("{\"end\":true,\"count\":4}");
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.path("seq").asInt()).isEqualTo(1);
        assertThat(first.path("hash").asText())
                .isEqualTo(Trail.list(app + "/audit").getString("items[3].hash"));
    }

    @Test
    void anAppRegisteredAnewDoesNotShowWhatConcernedAnEarlierOne() {
        String id = Trail.register(unique("app-"));
        String app = "/v1/apps/" + id;
        Trail.mutate(app, 2);
        as(Tokens.platform()).header("If-Match", "*").delete(app).then().statusCode(204);
        Trail.register(id);
        Trail.mutate(app, 1);

        assertThat(seqs(app, "")).containsExactly(4);
        assertThat(as(Tokens.platform()).get(app + "/audit/export").asString())
                .doesNotContain("nobody-1")
                .endsWith("{\"end\":true,\"count\":1}\n");
        assertThat(Trail.list(Trail.PLATFORM + "?appId=" + id).getList("items.seq"))
                .containsExactly(4, 3, 2, 1);
        assertThat(Trail.verify(app + "/audit", "").getInt("rows"))
                .as("the chain goes on")
                .isEqualTo(4);
    }

    private static List<Integer> seqs(String app, String query) {
        return Trail.list(app + "/audit" + query).getList("items.seq");
    }
}
