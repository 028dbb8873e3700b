package io.github.cognitoconnector.quota;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Load;
import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quotas through the API. */
@QuarkusTest
class QuotaListTest {

    private static final String QUOTAS = "/v1/quotas";
    private static final String ACCOUNT = "123456789012";

    private final String app = unique("quota-");

    @AfterEach
    void heal() {
        Cognito.reset();
        as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/" + app);
        Database.execute("delete from quota_bucket");
    }

    @Test
    void tellsTheUseOfEachCategory() {
        as(Tokens.demo()).get("/v1/apps/demo/users?limit=1").then().statusCode(200);
        String own = "items.find { it.region == 'us-east-1' && it.category == 'UserList' }";
        as(Tokens.platform())
                .get(QUOTAS)
                .then()
                .statusCode(200)
                .body(own + ".limit", is(100_000f))
                .body(own + ".effectiveLimit", is(100_000f))
                .body(own + ".used", greaterThanOrEqualTo(0f))
                .body(own + ".waiting", is(0))
                .body(own + ".throttledAt", nullValue());
    }

    @Test
    void learnsTheAccountWhenThePoolIsRead() {
        json(Tokens.demo(), "{\"username\": \"" + unique("user-") + "\"}")
                .post("/v1/apps/demo/users")
                .then()
                .statusCode(201);
        as(Tokens.platform()).get("/v1/apps/demo/doctor").then().statusCode(200);
        as(Tokens.demo()).get("/v1/apps/demo/users?limit=1").then().statusCode(200);
        as(Tokens.platform())
                .get(QUOTAS)
                .then()
                .statusCode(200)
                .body("items.findAll { it.category == 'UserList' }.account", hasItem(ACCOUNT));
    }

    @Test
    void tellsWhenCognitoHasRefused() {
        double before = Metrics.sum("connector_quota_throttled_total");
        Cognito.faults("[{\"operation\": \"AdminGetUser\", \"error\": \"TooManyRequestsException\"}]");
        as(Tokens.demo()).get("/v1/apps/demo/users/nobody").then().spec(problem(429, "throttled"));
        assertThat(Metrics.sum("connector_quota_throttled_total")).isGreaterThanOrEqualTo(before + 3);
        as(Tokens.platform())
                .get(QUOTAS)
                .then()
                .body("items.find { it.category == 'UserRead' }.throttledAt", not(nullValue()));
        assertThat(Metrics.tagValues("connector_quota_wait_seconds_count", "category"))
                .contains("UserRead");
    }

    @Test
    void othersSeeNothingOfOtherRegions() {
        as(Tokens.demo()).get("/v1/apps/demo/users?limit=1").then().statusCode(200);
        as(Tokens.other()).get("/v1/apps/other/users?limit=1").then().statusCode(200);
        as(Tokens.withScopes("jobs.read"))
                .get(QUOTAS)
                .then()
                .statusCode(200)
                .body("items.region", hasItem("us-east-1"))
                .body("items.region", everyItem(is("us-east-1")));
        as(Tokens.platform()).get(QUOTAS).then().body("items.region", hasItem("eu-west-1"));
    }

    @Test
    void refusesWhoMayNot() {
        given().get(QUOTAS).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.read")).get(QUOTAS).then().spec(problem(403, "forbidden"));
    }

    @Test
    void callersArePacedByTheAppsOwnLimit() throws Exception {
        register("{\"UserRead\": 20}");
        Cognito.reset();
        Cognito.quotas("{\"UserRead\": 20}");
        AtomicInteger left = new AtomicInteger(40);
        long begun = System.nanoTime();
        try (Load load = Load.of(8, () -> left.getAndDecrement() > 0 ? get("nobody") : 0)) {
            await().until(() -> left.get() <= 0);
            assertThat(load.stop().keySet()).isSubsetOf(404, 0);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1500));
        // On its way from its slot to Cognito, which forgives a tenth of a second, a call is as late as the machine
        // makes it.
        assertThat(Cognito.throttled("AdminGetUser")).isLessThan(20);
    }

    @Test
    void whoeverWouldWaitTooLongIsRefusedWithoutACall() {
        register("{\"UserRead\": 0.1}");
        assertThat(get("nobody")).isEqualTo(404);
        Cognito.reset();
        as(Tokens.platform())
                .get("/v1/apps/" + app + "/users/nobody")
                .then()
                .spec(problem(429, "throttled"))
                .header("Retry-After", not(nullValue()));
        assertThat(Cognito.calls("AdminGetUser")).isZero();
    }

    @Test
    void anAppsQuotasAreChangedByMergePatch() {
        register("{\"UserRead\": 20, \"UserList\": 10}");
        as(Tokens.platform())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"quotas\": {\"UserRead\": null, \"UserUpdate\": 5.5}}")
                .patch("/v1/apps/" + app)
                .then()
                .statusCode(200)
                .body("quotas", is(Map.of("UserList", 10f, "UserUpdate", 5.5f)));
        as(Tokens.demo()).get("/v1/apps/demo").then().body("quotas", is(Map.of()));
    }

    private int get(String user) {
        return as(Tokens.platform()).get("/v1/apps/" + app + "/users/" + user).statusCode();
    }

    private void register(String quotas) {
        String pool = Cognito.newPool(r -> {});
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Quotas", "userPoolId": "%s", "clientIds": ["c"], "quotas": %s}""".formatted(app, pool, quotas))
                .post("/v1/apps")
                .then()
                .statusCode(201);
    }
}
