package io.github.cognitoconnector.access;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.access.Members.Member;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeTest {

    private static final String ME = "/v1/me";

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void removeTheApps() {
        made.forEach(id -> as(Tokens.platform())
                .header("If-Match", "*")
                .delete("/v1/apps/" + id)
                .then()
                .statusCode(204));
    }

    @Test
    void aClientHasItsScopesOnItsApps() {
        String client = unique("client");
        String app = newApp(client, "{}");
        as(tokenOf(client, "users.read connector/groups.read connector/apps.admin other/users.write"))
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("caller.kind", equalTo("CLIENT"))
                .body("caller.clientId", equalTo(client))
                .body("caller.username", nullValue())
                .body("caller.issuer", equalTo(Cognito.issuer(Cognito.DEMO_POOL)))
                .body("permissions", equalTo(List.of("groups.read", "users.read")))
                .body("apps.id", equalTo(List.of(app)))
                .body("apps[0].permissions", equalTo(List.of("groups.read", "users.read")))
                .body("appsTruncated", equalTo(false));
    }

    @Test
    void aPersonHasWhatHisGroupsHaveOnEachApp() {
        Members members = Members.inDemoPool();
        String client = members.client().clientId();
        String operated = newApp(client, "{\"demo-admins\": [\"users.read\", \"audit.read\"]}");
        Member operator = members.newMember("demo-admins");
        as(operator.accessToken())
                .get(ME)
                .then()
                .statusCode(200)
                .body("caller.kind", equalTo("PERSON"))
                .body("caller.username", equalTo(operator.username()))
                .body("permissions", equalTo(List.of()))
                .body("apps.id", hasItems(operated, members.app().substring("/v1/apps/".length())))
                .body("apps", hasSize(2))
                .body(
                        "apps.find { it.id == '" + operated + "' }.permissions",
                        equalTo(List.of("audit.read", "users.read")))
                .body("apps.find { it.id != '" + operated + "' }.permissions", equalTo(List.of()));
    }

    @Test
    void thePlatformMayEverythingEverywhere() {
        as(Tokens.platform())
                .get(ME)
                .then()
                .statusCode(200)
                .body("caller.clientId", equalTo("localoperator"))
                .body("permissions", hasItems("apps.admin", "users.write", "audit.read"))
                .body("apps.size()", lessThanOrEqualTo(60))
                .body("apps[0].permissions", hasItems("apps.admin"));
    }

    @Test
    void ofManyAppsTheFirstAreNamed() {
        String client = unique("client");
        for (int i = 0; i < 60; i++) {
            newApp(client, "{}");
        }
        String token = tokenOf(client, "users.read");
        as(token).get(ME).then().body("apps", hasSize(60)).body("appsTruncated", equalTo(false));
        newApp(client, "{}");
        as(token).get(ME).then().body("apps", hasSize(60)).body("appsTruncated", equalTo(true));
    }

    @Test
    void anyCallerMayAskAndNobodyElse() {
        as(Tokens.withScopes()).get(ME).then().statusCode(200).body("apps.id", not(hasItems("other")));
        given().get(ME).then().spec(problem(401, "unauthenticated")).header("WWW-Authenticate", "Bearer");
        as("abc").get(ME).then().spec(problem(401, "unauthenticated"));
        as(tokenOf(unique("client"), "users.read")).get(ME).then().spec(problem(401, "unauthenticated"));
        as(Tokens.demo()).get(ME + "?appId=other").then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).post(ME).then().spec(problem(405, "method-not-allowed"));
    }

    private static String tokenOf(String client, String scopes) {
        return Tokens.signed(claims -> {
            claims.setSubject(client);
            claims.setStringClaim("client_id", client);
            claims.setStringClaim("scope", "connector/" + scopes);
        });
    }

    private String newApp(String client, String operatorGroups) {
        String id = unique("me-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "us-east-1_demo", "clientIds": ["%s"],
                         "operatorGroups": %s}""".formatted(id, client, operatorGroups))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        made.add(id);
        return id;
    }
}
