package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GuardTest {

    private static final Logger LOG = Logger.getLogger(GuardTest.class);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void refusesEveryForgeryInTheSameWords() {
        List<Forgeries.Forgery> all = Forgeries.all().toList();
        String missing =
                given().header("traceparent", TRACE).get(DEMO + "/users/ada").asString();
        Cognito.reset();
        long slowest = 0;
        for (Forgeries.Forgery forgery : all) {
            long start = System.nanoTime();
            Response refused = as(forgery.token()).header("traceparent", TRACE).get(DEMO + "/users/ada");
            slowest = Math.max(slowest, System.nanoTime() - start);
            refused.then().spec(problem(401, "unauthenticated")).header("WWW-Authenticate", "Bearer");
            assertThat(refused.asString()).as(forgery.name()).isEqualTo(missing);
        }
        LOG.infof("Forgeries tried %d, accepted 0, slowest refusal %.1f ms", all.size(), slowest / 1e6);
        assertThat(Cognito.calls("AdminGetUser")).isZero();
    }

    /** Nobody is asked anything at a place that a token names. */
    @Test
    void fetchesNothingThatATokenNames() throws IOException {
        try (KeyServer evil = KeyServer.start()) {
            evil.publish("evil", Jwts.newKey());
            Forgeries.naming(evil.issuer())
                    .forEach(forgery ->
                            as(forgery.token()).get(DEMO + "/users/ada").then().spec(problem(401, "unauthenticated")));
            assertThat(evil.fetches()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "authorization", "id_token", "bearer_token"})
    void takesNoTokenFromAnywhereElse(String name) {
        String token = Tokens.demo();
        given().queryParam(name, token).get(DEMO + "/users/ada").then().spec(problem(401, "unauthenticated"));
        given().cookie(name, token).get(DEMO + "/users/ada").then().spec(problem(401, "unauthenticated"));
        given().header("X-" + name.replace('_', '-'), "Bearer " + token)
                .get(DEMO + "/users/ada")
                .then()
                .spec(problem(401, "unauthenticated"));
        given().contentType("application/x-www-form-urlencoded")
                .formParam(name, token)
                .post(DEMO + "/users")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(401, 415));
    }

    @Test
    void acceptsWhatTheForgeriesWereMadeFrom() {
        as(Tokens.signed(c -> {})).get(DEMO + "/users/ada").then().statusCode(200);
        as(Tokens.signed(GuardTest::justExpired))
                .get(DEMO + "/users/ada")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ZGVtb2FwcDpkZW1vYXBwLXNlY3JldA==", "Bearer", "Bearer ", "Digest x"})
    void refusesOtherSchemes(String authorization) {
        given().header("Authorization", authorization)
                .get(DEMO + "/users/ada")
                .then()
                .spec(problem(401, "unauthenticated"));
    }

    @Test
    void refusesTwoTokensEvenIfBothAreGood() {
        given().header("Authorization", "Bearer " + Tokens.demo())
                .header("Authorization", "Bearer " + Tokens.platform())
                .get(DEMO + "/users/ada")
                .then()
                .spec(problem(401, "unauthenticated"));
    }

    @Test
    void refusesARealIdToken() {
        String pool = Cognito.DEMO_POOL;
        var client = Cognito.newClient(pool);
        as(People.signIn(pool, client, "demo").idToken())
                .get(DEMO + "/users/ada")
                .then()
                .spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/users", "/users/ada", "/groups", "/oidc", "/users/ada/groups"})
    void aForeignAppLooksLikeNone(String path) {
        Response foreign = as(Tokens.other()).header("traceparent", TRACE).get("/v1/apps/demo" + path);
        Response none = as(Tokens.other()).header("traceparent", TRACE).get("/v1/apps/none" + path);
        foreign.then().spec(problem(404, "app-not-found"));
        assertThat(foreign.asString().replace("/v1/apps/demo", "/v1/apps/none")).isEqualTo(none.asString());
        assertThat(foreign.headers().asList()).isEqualTo(none.headers().asList());
    }

    @Test
    void aForeignAppLooksLikeNoneWithoutAnyPermission() {
        String powerless = Tokens.withScopes();
        as(powerless).get("/v1/apps/other/users").then().spec(problem(404, "app-not-found"));
        as(powerless).delete("/v1/apps/other").then().spec(problem(404, "app-not-found"));
        json(powerless, "{").post("/v1/apps/other/users").then().spec(problem(404, "app-not-found"));
    }

    @Test
    void namesTheMissingPermission() {
        as(Tokens.withScopes("users.read"))
                .delete(DEMO + "/users/ada?force=true")
                .then()
                .spec(problem(403, "forbidden"))
                .body("detail", containsString("users.write"));
        as(Tokens.withScopes("users.write"))
                .get(DEMO + "/users/ada")
                .then()
                .spec(problem(403, "forbidden"))
                .body("detail", containsString("users.read"));
    }

    @Test
    void administrationOfAppsIsThePlatformsAlone() {
        String ambitious = Tokens.withScopes("apps.admin", "users.read");
        json(ambitious, "{}").post("/v1/apps").then().spec(problem(403, "forbidden"));
        as(ambitious).delete(DEMO).then().spec(problem(403, "forbidden"));
        as(ambitious).get("/v1/apps").then().statusCode(200).body("items.id", not(hasItem("other")));
    }

    @Test
    void ignoresScopesOfOtherResourceServers() {
        as(Tokens.signed(c -> c.setStringClaim("scope", "other/users.read connectorusers.read users.read")))
                .get(DEMO + "/users/ada")
                .then()
                .spec(problem(403, "forbidden"));
    }

    private static void justExpired(JwtClaims claims) {
        claims.setIssuedAt(secondsFromNow(-300));
        claims.setExpirationTime(secondsFromNow(-10));
    }

    private static NumericDate secondsFromNow(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
