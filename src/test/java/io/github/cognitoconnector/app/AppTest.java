package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.rest.MergePatch;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AppTest {

    private static final String APPS = "/v1/apps";

    @Test
    void createsAnAppWithDefaults() {
        String id = unique("app-");
        json(Tokens.platform(), minimal(id))
                .post(APPS)
                .then()
                .statusCode(201)
                .header("Location", equalTo(APPS + "/" + id))
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("region", equalTo("us-east-1"))
                .body("clientIds", equalTo(List.of("client")))
                .body("allowedGroups", equalTo(List.of()))
                .body("messageAction", equalTo("SUPPRESS"))
                .body("credentials", equalTo(Map.of("type", "DEFAULT", "version", 1)));
    }

    @Test
    void createTakesEveryField() {
        String id = unique("app-");
        String body = AppExamples.REQUEST.replace("\"webshop\", \"name\"", "\"" + id + "\", \"name\"");
        json(Tokens.platform(), body).post(APPS).then().statusCode(201);
        as(Tokens.platform())
                .get(APPS + "/" + id)
                .then()
                .statusCode(200)
                .body("roleMappings.demo-admins", equalTo(List.of("Administrator")))
                .body("operatorGroups.demo-admins", equalTo(List.of("users.read", "users.write")))
                .body("allowedEmailDomains", equalTo(List.of("example.com")))
                .body("defaultGroups", equalTo(List.of("demo")));
    }

    @Test
    void createRefusesATakenId() {
        json(Tokens.platform(), minimal("demo")).post(APPS).then().spec(problem(409, "app-exists"));
    }

    @Test
    void createRefusesAnotherRegion() {
        String body = minimal(unique("app-")).replace("{", "{\"region\": \"eu-west-1\", ");
        json(Tokens.platform(), body)
                .post(APPS)
                .then()
                .spec(problem(422, "region-mismatch"))
                .body("errors.pointer", equalTo(List.of("/region")));
    }

    @Test
    void createReportsEveryBadFieldAtOnce() {
        json(Tokens.platform(), """
                        {"id": "Not-An-Id", "name": " ", "userPoolId": "nowhere", "clientIds": ["a b"],
                         "defaultGroups": ["a b"], "operatorGroups": {"g": ["apps.admin"]}}""")
                .post(APPS)
                .then()
                .spec(problem(422, "validation-failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/id",
                                "/name",
                                "/userPoolId",
                                "/clientIds/0",
                                "/defaultGroups/0",
                                "/operatorGroups/g/0"));
    }

    @Test
    void otherTypesOfCredentialsAreNotValid() {
        String credentials = "{\"type\": \"NONSENSE\", \"secretAccessKey\": \"canary\"}";
        String body = minimal(unique("app-")).replace("{", "{\"credentials\": " + credentials + ", ");
        json(Tokens.platform(), body)
                .post(APPS)
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/credentials/type")))
                .body(not(containsString("canary")));
    }

    @Test
    void changesByMergePatch() {
        String app = newApp();
        String etag = as(Tokens.platform()).get(app).header("ETag");
        as(Tokens.platform())
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", etag)
                .body("{\"name\": \"New\", \"userPoolId\": \"eu-west-1_other\", \"defaultRoles\": [\"User\"]}")
                .patch(app)
                .then()
                .statusCode(200)
                .header("ETag", not(etag))
                .body("name", equalTo("New"))
                .body("region", equalTo("eu-west-1"))
                .body("clientIds", equalTo(List.of("client")));
        as(Tokens.platform())
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", etag)
                .body("{\"name\": \"Newer\"}")
                .patch(app)
                .then()
                .spec(problem(412, "stale"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | 422 | validation-failed",
                "{\"id\": \"another\"} | 422 | validation-failed",
                "{\"credentials\": {\"type\": \"DEFAULT\"}} | 422 | validation-failed",
                "{\"region\": \"eu-west-1\"} | 422 | region-mismatch",
                "{\"nonsense\": 1} | 400 | invalid-request",
                "{\"name\": \"a\\ud800b\"} | 400 | invalid-request",
                "{\"nonsense\": null} | 400 | invalid-request",
                "{\"createdAt\": null} | 400 | invalid-request",
                "{\"clientIds\": \"client\"} | 400 | invalid-request",
                "[1] | 400 | invalid-request",
                "null | 400 | invalid-request",
                "{ | 400 | invalid-request"
            })
    void patchRefusesWhatIsNoApp(String patch, int status, String code) {
        String app = newApp();
        json(Tokens.platform(), patch).header("If-Match", "*").patch(app).then().spec(problem(status, code));
    }

    @Test
    void changesAtOnceAreAllKept() throws InterruptedException {
        String app = newApp();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            callers.invokeAll(IntStream.range(0, 16)
                    .<Callable<Response>>mapToObj(i -> () -> patch(app, "*", roles(i)))
                    .toList());
        }
        as(Tokens.platform()).get(app).then().body("roleMappings.size()", equalTo(16));
    }

    @Test
    void ofChangesToTheSameStateOneWins() throws Exception {
        String app = newApp();
        String etag = as(Tokens.platform()).get(app).header("ETag");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<Response> answer : callers.invokeAll(IntStream.range(0, 16)
                    .<Callable<Response>>mapToObj(i -> () -> patch(app, etag, roles(i)))
                    .toList())) {
                statuses.add(answer.get().statusCode());
            }
        }
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void changeAndRemovalNeedAPrecondition() {
        String app = newApp();
        json(Tokens.platform(), "{\"name\": \"x\"}").patch(app).then().spec(problem(428, "precondition-required"));
        as(Tokens.platform()).delete(app).then().spec(problem(428, "precondition-required"));
        as(Tokens.platform()).header("If-Match", "\"old\"").delete(app).then().spec(problem(412, "stale"));
        String etag = as(Tokens.platform()).get(app).header("ETag");
        as(Tokens.platform()).header("If-Match", etag).delete(app).then().statusCode(204);
        as(Tokens.platform()).get(app).then().spec(problem(404, "app-not-found"));
    }

    @Test
    void listsInPagesWhatTheCallerMayActOn() {
        newApp();
        newApp();
        var first = as(Tokens.platform()).get(APPS + "?limit=1").then().statusCode(200);
        String cursor = first.extract().path("nextCursor");
        first.header("Link", equalTo("</v1/apps?limit=1&cursor=" + cursor + ">; rel=\"next\""))
                .body("items.size()", equalTo(1));
        String seen = first.extract().path("items[0].id");
        as(Tokens.platform())
                .get(APPS + "?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items[0].id", not(seen));
        assertThat(all(Tokens.platform()))
                .contains("demo", "other")
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(all(Tokens.demo())).containsExactly("demo");
        as(Tokens.demo()).get(APPS + "?cursor=" + cursor).then().spec(problem(400, "invalid-cursor"));
    }

    private static List<String> all(String token) {
        List<String> ids = new ArrayList<>();
        String path = APPS + "?limit=60";
        while (path != null) {
            var page = as(token).get(path).then().statusCode(200).extract();
            ids.addAll(page.path("items.id"));
            String next = page.path("nextCursor");
            path = next == null ? null : APPS + "?limit=60&cursor=" + next;
        }
        return ids;
    }

    @Test
    void tellsAnOpenIdConnectClientWhatItNeeds() {
        String issuer = Cognito.issuer(Cognito.DEMO_POOL);
        as(Tokens.demo())
                .get(APPS + "/demo/oidc")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(issuer))
                .body("discoveryUrl", equalTo(issuer + "/.well-known/openid-configuration"))
                .body("jwksUri", equalTo(issuer + "/.well-known/jwks.json"))
                .body("clientIds", equalTo(List.of("demoapp")));
    }

    private static String roles(int i) {
        return "{\"roleMappings\": {\"group-" + i + "\": [\"User\"]}}";
    }

    private static Response patch(String app, String etag, String patch) {
        return json(Tokens.platform(), patch).header("If-Match", etag).patch(app);
    }

    private static String newApp() {
        String id = unique("app-");
        json(Tokens.platform(), minimal(id)).post(APPS).then().statusCode(201);
        return APPS + "/" + id;
    }

    private static String minimal(String id) {
        return """
               {"id": "%s", "name": "Test", "userPoolId": "us-east-1_demo", "clientIds": ["client", "client"]}""".formatted(id);
    }
}
