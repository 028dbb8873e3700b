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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GuardTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    record Forgery(String name, String token) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Forgery> forgeries() {
        String right = Tokens.demo();
        String[] parts = right.split("\\.", -1);
        return Stream.of(
                new Forgery("not a token", "abc"),
                new Forgery("two parts", parts[0] + "." + parts[1]),
                new Forgery("no signature", parts[0] + "." + parts[1] + "."),
                new Forgery(
                        "another's signature",
                        parts[0] + "." + parts[1] + "." + Tokens.other().split("\\.", -1)[2]),
                new Forgery("another spelling of the signature", respelled(right)),
                new Forgery("changed claims", parts[0] + "." + changed(parts[1]) + "." + parts[2]),
                new Forgery("id token", Tokens.signed(c -> c.setStringClaim("token_use", "id"))),
                new Forgery("no token_use", Tokens.signed(c -> c.unsetClaim("token_use"))),
                new Forgery("expired", Tokens.signed(c -> c.setExpirationTime(secondsFromNow(-60)))),
                new Forgery("no expiry", Tokens.signed(c -> c.unsetClaim("exp"))),
                new Forgery("not yet valid", Tokens.signed(c -> c.setNotBefore(secondsFromNow(90)))),
                new Forgery("unknown client", Tokens.signed(c -> c.setStringClaim("client_id", "nobody"))),
                new Forgery("no client", Tokens.signed(c -> c.unsetClaim("client_id"))),
                new Forgery("client of another pool", Tokens.signed(c -> c.setStringClaim("client_id", "otherapp"))),
                new Forgery("unknown issuer", Tokens.signed(c -> c.setIssuer("https://evil.example/us-east-1_demo"))),
                new Forgery("unknown pool", Tokens.signed(c -> c.setIssuer(Cognito.issuer("us-east-1_none")))),
                new Forgery("no issuer", Tokens.signed(c -> c.unsetClaim("iss"))),
                new Forgery("unknown key", Tokens.signed(c -> {}, jws -> jws.setKeyIdHeaderValue("unknown"))),
                new Forgery("symmetric key", Tokens.signed(c -> {}, GuardTest::symmetric)),
                new Forgery("no algorithm", unsigned(parts[1])));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refusesEveryForgeryInTheSameWords(Forgery forgery) {
        String missing =
                given().header("traceparent", TRACE).get(DEMO + "/users/ada").asString();
        Response refused = as(forgery.token).header("traceparent", TRACE).get(DEMO + "/users/ada");
        refused.then().spec(problem(401, "unauthenticated")).header("WWW-Authenticate", "Bearer");
        assertThat(refused.asString()).isEqualTo(missing);
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

    /** The last character of 256 bytes has four bits that mean nothing. */
    private static String respelled(String token) {
        int end = token.length() - 1;
        return token.substring(0, end) + (char) (token.charAt(end) + 1);
    }

    private static String changed(String payload) {
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return encoded(claims.replace("connector/users.read", "connector/apps.admin"));
    }

    private static void symmetric(JsonWebSignature jws) {
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKey(new HmacKey(new byte[64]));
    }

    private static String unsigned(String payload) {
        return encoded("{\"alg\":\"none\"}") + "." + payload + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
