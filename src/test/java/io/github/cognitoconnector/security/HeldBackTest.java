package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who ask more than they may, and addresses that send one bad token after the other. */
@QuarkusTest
@TestProfile(HeldBackTest.AsInProduction.class)
class HeldBackTest {

    private static final Logger LOG = Logger.getLogger(HeldBackTest.class);
    private static final int BURST = 20;
    private static final int FAILURES = 200;
    private static final int FLOOD = 10_000;

    private final TokenVerifier verifier;

    HeldBackTest(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** Rates that a test can reach, and keys that are fetched no more often than in production. */
    public static class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "connector.rates.requests-per-second",
                    "1",
                    "connector.rates.burst",
                    Integer.toString(BURST),
                    "connector.rates.failed-authentications-per-minute",
                    Integer.toString(FAILURES),
                    "connector.tokens.keys-interval",
                    "10S");
        }
    }

    /** Nobody is held back any more because of what another test has sent. */
    @BeforeEach
    void settle() {
        Cognito.reset();
        await().untilAsserted(
                        () -> as(caller(Api.unique("new-"))).get(DEMO).then().statusCode(200));
    }

    /** Whatever the caller asks about the app counts, what he may not do as well. */
    @Test
    void aCallerGetsItsBurstAndThenItsRate() {
        String token = caller("busy");
        long start = System.nanoTime();
        int answered = 0;
        int status = 0;
        while (status != 429) {
            status = as(token).get(answered % 2 == 0 ? DEMO : DEMO + "/groups").statusCode();
            assertThat(status).isIn(200, 403, 429);
            answered += status == 429 ? 0 : 1;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(answered).isBetween(BURST, BURST + 1 + (int) seconds);
        as(token).get(DEMO).then().spec(problem(429, "throttled")).header("Retry-After", "1");
        as(caller("calm")).get(DEMO).then().statusCode(200);
        as(token).get("/v1/apps").then().statusCode(200);
    }

    @Test
    void whatAReplicaTakesIsGoneForTheOthers() throws SQLException {
        as(caller("shared")).get(DEMO).then().statusCode(200);
        try (Connection connection = Database.asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("select 1 from rate_bucket where id like '%/shared/demo'")
                            .next())
                    .isTrue();
        }
    }

    @Test
    void aFloodOfUnknownKeysCostsHardlyAFetch() throws Exception {
        as(caller("flooded")).get(DEMO).then().statusCode(200);
        Cognito.reset();
        String claims = Tokens.demo().split("\\.", -1)[1];
        long start = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RefusedTokenException.Reason>> answers = IntStream.range(0, FLOOD)
                    .mapToObj(i ->
                            Jwts.encoded("{\"kid\":\"unknown-" + i + "\",\"alg\":\"RS256\"}") + "." + claims + ".AAAA")
                    .map(token -> callers.submit(() -> refusal(token)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(RefusedTokenException.Reason.KEY);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int fetches = Cognito.calls("JWKS");
        LOG.infof("%d tokens of unknown keys in %.1f s, %d fetches", FLOOD, seconds, fetches);
        assertThat(fetches).isLessThanOrEqualTo(1 + (int) (seconds / 10));
    }

    @Test
    void anAddressThatFailsIsHeldBackButForKnownCallers() {
        String known = caller("known");
        as(known).get(DEMO).then().statusCode(200);
        int refused = 0;
        Response answer = as("a.b.c").get(DEMO);
        while (answer.statusCode() == 401) {
            assertThat(refused++).as("more than it may").isLessThan(10 * FAILURES);
            answer = as("a.b.c").get(DEMO);
        }
        assertThat(refused).isGreaterThanOrEqualTo(FAILURES / 2);
        answer.then().spec(problem(429, "throttled"));
        as(known).get(DEMO).then().statusCode(200);
    }

    private RefusedTokenException.Reason refusal(String token) {
        try {
            verifier.verify(new BearerToken(token));
            throw new AssertionError("Accepted: " + token);
        } catch (RefusedTokenException e) {
            return e.reason();
        }
    }

    private static String caller(String subject) {
        return Tokens.signed(claims -> claims.setSubject(subject));
    }
}
