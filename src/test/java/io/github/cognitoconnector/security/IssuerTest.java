package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuers whose keys cannot be fetched, on pools that nobody has used before. */
@QuarkusTest
class IssuerTest {

    @AfterEach
    void healIssuers() {
        Cognito.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_500", "RESET", "BLACKHOLE", "HTML", "TRUNCATED", "REDIRECT", "HUGE", "BAD_KEYS"})
    void unfetchableKeysAreNotTheCallersFault(String fault) {
        Tenant tenant = Tenant.create();
        String token = tenant.token();
        String users = "/v1/apps/" + tenant.app + "/users";
        Cognito.faults("[{\"operation\": \"JWKS\", \"error\": \"" + fault + "\"}]");

        Assertions.assertTimeout(
                Duration.ofSeconds(15),
                () -> as(token)
                        .get(users)
                        .then()
                        .spec(problem(503, "identity-provider-unavailable"))
                        .header("Retry-After", notNullValue()));

        as(Tokens.demo()).get("/v1/apps/demo/users/ada").then().statusCode(200);
        Cognito.reset();
        await().atMost(A_FETCH_LATER)
                .untilAsserted(() -> as(token).get(users).then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_500", "RESET", "BLACKHOLE", "HTML", "HUGE", "BAD_KEYS"})
    void knownKeysGoOnWorkingWhateverTheIssuerDoes(String fault) {
        Tenant tenant = Tenant.create();
        String users = "/v1/apps/" + tenant.app + "/users";
        as(tenant.token()).get(users).then().statusCode(200);
        Cognito.faults("[{\"operation\": \"JWKS\", \"error\": \"" + fault + "\"}]");

        await().atMost(A_FETCH_LATER)
                .untilAsserted(() -> as(tenant.tokenOf("unknown"))
                        .get(users)
                        .then()
                        .spec(problem(503, "identity-provider-unavailable")));
        as(tenant.token()).get(users).then().statusCode(200);
    }

    @Test
    void aKeyThatTheIssuerDoesNotHaveIsRefused() {
        Tenant tenant = Tenant.create();
        String users = "/v1/apps/" + tenant.app + "/users";
        as(tenant.tokenOf("unknown")).get(users).then().spec(problem(401, "unauthenticated"));
        as(tenant.token()).get(users).then().statusCode(200);
    }

    /** Tests may fetch keys every second. */
    private static final Duration A_FETCH_LATER = Duration.ofSeconds(5);

    private record Tenant(String app, String pool) {

        static Tenant create() {
            Tenant tenant = new Tenant(unique("app-"), Cognito.newPool(r -> {}));
            json(Tokens.platform(), """
                            {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["client"]}""".formatted(tenant.app, tenant.pool))
                    .post("/v1/apps")
                    .then()
                    .statusCode(201);
            return tenant;
        }

        String token() {
            return token(jws -> {});
        }

        String tokenOf(String keyId) {
            return token(jws -> jws.setKeyIdHeaderValue(keyId));
        }

        private String token(Consumer<JsonWebSignature> header) {
            return Tokens.signed(
                    claims -> {
                        claims.setIssuer(Cognito.issuer(pool));
                        claims.setStringClaim("client_id", "client");
                    },
                    header);
        }
    }
}
