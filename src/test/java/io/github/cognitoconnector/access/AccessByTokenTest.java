package io.github.cognitoconnector.access;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.access.Members.Member;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in with a token that he shows. */
@QuarkusTest
class AccessByTokenTest {

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void bothTokensOfAMemberLetHimInWithoutACallOfCognito() {
        Members members = Members.inDemoPool();
        Member ada = members.newMember("demo");
        members.evaluateToken(ada.idToken()); // fetches keys
        Cognito.reset();

        for (String token : List.of(ada.idToken(), ada.accessToken())) {
            members.evaluateToken(token)
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("allowed", equalTo(true))
                    .body("user", equalTo(ada.username()))
                    .body("roles", equalTo(List.of("Guest")))
                    .body("matchedGroups", equalTo(List.of("demo")))
                    .body("reasons.code", equalTo(List.of("in-allowed-group")));
        }
        Map<String, ?> calls =
                given().get(Cognito.endpoint() + "/_control/stats").path("$");
        assertThat(calls.keySet()).isSubsetOf(Set.of("JWKS"));
    }

    @Test
    void groupsOfTheTokenGiveRoles() {
        Members members = Members.inDemoPool();
        members.evaluateToken(members.newMember("demo", "demo-admins").idToken())
                .body("roles", equalTo(List.of("Administrator", "User")))
                .body("matchedGroups", equalTo(List.of("demo", "demo-admins")));
    }

    @Test
    void whoIsInNoAllowedGroupStaysOut() {
        Members members = Members.inDemoPool();
        Member stranger = members.newMember();
        members.evaluateToken(stranger.accessToken())
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("user", equalTo(stranger.username()))
                .body("roles", equalTo(List.of()))
                .body("matchedGroups", equalTo(List.of()))
                .body("reasons.code", equalTo(List.of("not-in-allowed-group")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-out", "disable"})
    void whoIsLockedOutStaysOut(String act) {
        Members members = Members.inDemoPool();
        Member ada = members.newMember("demo");
        as(Tokens.platform())
                .post(members.app() + "/users/" + ada.username() + "/" + act)
                .then()
                .statusCode(204);
        for (String token : List.of(ada.idToken(), ada.accessToken())) {
            denied(members, token, "signed-out").body("user", equalTo(ada.username()));
        }
    }

    @Test
    void whoIsDeletedStaysOut() {
        Members members = Members.inDemoPool();
        Member ada = members.newMember("demo");
        as(Tokens.platform())
                .delete(members.app() + "/users/" + ada.username() + "?force=true")
                .then()
                .statusCode(204);
        denied(members, ada.idToken(), "signed-out");
    }

    @Test
    void whoSignsInAgainComesInAgain() {
        Members members = Members.inDemoPool();
        Member ada = members.newMember("demo");
        as(Tokens.platform())
                .post(members.app() + "/users/" + ada.username() + "/sign-out")
                .then()
                .statusCode(204);
        Cognito.moveClock(2);
        members.evaluateToken(members.signIn(ada.username()).idToken()).body("allowed", equalTo(true));
        denied(members, ada.idToken(), "signed-out");
    }

    @Test
    void tokensThatHaveExpired() {
        Members members = Members.inDemoPool();
        denied(members, member(members, c -> c.setExpirationTime(ago(Duration.ofMinutes(2)))), "token-expired");
        members.evaluateToken(member(members, c -> c.setExpirationTime(ago(Duration.ofSeconds(5)))))
                .body("allowed", equalTo(true));
    }

    @Test
    void tokensThatAreNotValidYet() {
        Members members = Members.inDemoPool();
        denied(members, member(members, c -> c.setNotBeforeMinutesInThePast(-5)), "token-invalid");
        denied(members, member(members, c -> c.setIssuedAt(ago(Duration.ofMinutes(-5)))), "token-invalid");
    }

    @Test
    void tokensOfOtherPools() {
        Members members = Members.inDemoPool();
        denied(members, Tokens.other(), "token-of-other-pool");
        denied(members, member(members, c -> c.setIssuer(Cognito.issuer(Cognito.OTHER_POOL))), "token-of-other-pool");
        denied(members, member(members, c -> c.setIssuer(Cognito.issuer("us-east-1_nobody"))), "token-of-other-pool");
        denied(
                members,
                member(members, c -> c.setIssuer("https://evil.example/us-east-1_demo")),
                "token-of-other-pool");
    }

    @Test
    void noKeysAreFetchedFromOtherPools() {
        Members members = Members.inDemoPool();
        String pool = Cognito.newPool(r -> {});
        Members.in(pool);
        Cognito.reset();
        denied(members, member(members, c -> c.setIssuer(Cognito.issuer(pool))), "token-of-other-pool");
        assertThat(Cognito.calls("JWKS")).isZero();
    }

    @Test
    void tokensOfOtherClients() {
        Members members = Members.inDemoPool();
        denied(members, Members.inDemoPool().newMember("demo").idToken(), "client-not-of-app");
        denied(members, Members.inDemoPool().newMember("demo").accessToken(), "client-not-of-app");
        denied(members, Tokens.demo(), "client-not-of-app");
    }

    @Test
    void tokensOfClientsThatActForThemselves() {
        given().auth()
                .preemptive()
                .oauth2(Tokens.demo())
                .contentType("application/json")
                .body("{\"token\": \"" + Tokens.demo() + "\"}")
                .post("/v1/apps/demo/access/evaluate")
                .then()
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("reasons.code", equalTo(List.of("token-of-client")));
    }

    @Test
    void tokensThatWereChanged() {
        Members members = Members.inDemoPool();
        String[] parts = members.newMember().idToken().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = encoded(claims.replaceFirst("\\{", "{\"cognito:groups\":[\"demo\"],"));
        String[] others = members.newMember("demo").idToken().split("\\.", -1);

        denied(members, parts[0] + "." + promoted + "." + parts[2], "token-invalid");
        denied(members, parts[0] + "." + parts[1] + "." + others[2], "token-invalid");
        denied(members, parts[0] + "." + parts[1] + ".", "token-invalid");
        denied(members, encoded("{\"alg\":\"none\"}") + "." + promoted + ".", "token-invalid");
        denied(members, parts[0] + "." + parts[1], "token-invalid");
        denied(members, "ü.ü.ü", "token-invalid");
        denied(members, "x".repeat(60_000), "token-invalid");
    }

    @Test
    void tokensOfAnotherKindOrOfNobodysKey() {
        Members members = Members.inDemoPool();
        denied(members, member(members, c -> c.setStringClaim("token_use", "refresh")), "token-invalid");
        denied(members, member(members, c -> c.unsetClaim("exp")), "token-invalid");
        denied(members, member(members, c -> c.setStringClaim("cognito:groups", "demo")), "token-invalid");
        denied(
                members,
                Tokens.signed(c -> claims(members, c), jws -> jws.setKeyIdHeaderValue("another")),
                "token-invalid");
    }

    /** What lets somebody into an app lets nobody into this service. */
    @Test
    void anIdTokenIsNoBearersToken() {
        Members members = Members.inDemoPool();
        Member ada = members.newMember("demo");
        members.evaluateToken(ada.idToken()).body("allowed", equalTo(true));
        as(ada.idToken()).get("/v1/me").then().spec(problem(401, "unauthenticated"));
        as(ada.idToken()).get(members.app() + "/users").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void newKeysAreTakenAndOldOnesForAsLongAsTheyArePublished() {
        Members members = Members.inDemoPool();
        Member before = members.newMember("demo");
        members.evaluateToken(before.idToken()).body("allowed", equalTo(true));
        given().post(Cognito.endpoint() + "/_control/rotate-keys").then().statusCode(204);
        Member after = members.newMember("demo");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> members.evaluateToken(after.idToken()).body("allowed", equalTo(true)));
        members.evaluateToken(before.idToken()).body("allowed", equalTo(true));
    }

    @Test
    void whoseKeysCannotBeHadIsNotJudged() {
        String pool = Cognito.newPool(r -> {});
        for (String group : List.of("demo", "demo-admins")) {
            Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(group));
        }
        Members members = Members.in(pool);
        Member ada = members.newMember("demo");
        Cognito.faults("[{\"operation\": \"JWKS\", \"error\": \"HTTP_500\"}]");
        members.evaluateToken(ada.idToken())
                .spec(problem(503, "identity-provider-unavailable"))
                .header("Retry-After", notNullValue());
        Cognito.reset();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> members.evaluateToken(ada.idToken()).body("allowed", equalTo(true)));
    }

    private static ValidatableResponse denied(Members members, String token, String reason) {
        return members.evaluateToken(token)
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("roles", equalTo(List.of()))
                .body("reasons.code", equalTo(List.of(reason)));
    }

    /** A token of a member as Cognito would sign it, but for the changes. */
    private static String member(Members members, Consumer<JwtClaims> changes) {
        return Tokens.signed(claims -> {
            claims(members, claims);
            changes.accept(claims);
        });
    }

    private static void claims(Members members, JwtClaims claims) {
        claims.setSubject("6d0f3a3e-0b1c-4b7e-9d7e-1c2b3a4d5e6f");
        claims.setStringClaim("client_id", members.client().clientId());
        claims.setStringClaim("username", "ada");
        claims.setStringListClaim("cognito:groups", List.of("demo"));
    }

    private static NumericDate ago(Duration time) {
        return NumericDate.fromSeconds(System.currentTimeMillis() / 1000 - time.toSeconds());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
