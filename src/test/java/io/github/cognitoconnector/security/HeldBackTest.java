package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Callers who ask more than they may, and addresses that send one bad token after the other. */
@QuarkusTest
@TestProfile(HeldBackTest.AsInProduction.class)
@TestMethodOrder(MethodOrderer.Random.class)
class HeldBackTest {

    private static final Logger LOG = Logger.getLogger(HeldBackTest.class);
    private static final int RATE = 20;
    private static final int BURST = 40;
    private static final int FLOOD = 10_000;

    /** Rates that a test can reach, and keys that are fetched no more often than in production. */
    public static class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "connector.rates.requests-per-second", Integer.toString(RATE),
                    "connector.rates.burst", Integer.toString(BURST),
                    "connector.rates.failed-authentications-per-minute", Integer.toString(FLOOD + 200),
                    "connector.tokens.keys-interval", "10S");
        }
    }

    @BeforeEach
    void settle() {
        Cognito.reset();
    }

    @Test
    void aCallerGetsItsBurstAndThenItsRate() throws Exception {
        String token = caller("busy");
        long start = System.nanoTime();
        Map<Integer, Integer> answers = ask(token, 400);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(answers).containsOnlyKeys(200, 429);
        assertThat(answers.get(200))
                .as("in %.1f s", seconds)
                .isGreaterThanOrEqualTo(BURST)
                .isLessThanOrEqualTo((int) (BURST + RATE * (seconds + 1)));
        Response refused = as(token).get(DEMO);
        if (refused.statusCode() == 429) {
            refused.then().spec(problem(429, "throttled"));
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        }
        as(caller("calm")).get(DEMO).then().statusCode(200);
    }

    @Test
    void whatAReplicaTakesIsGoneForTheOthers() throws SQLException {
        String token = caller("shared");
        as(token).get(DEMO).then().statusCode(200);
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
        long start = System.nanoTime();
        Map<Integer, Integer> answers = inParallel(
                FLOOD,
                i -> Tokens.signed(
                        claims -> claims.setSubject("flood"), jws -> jws.setKeyIdHeaderValue("unknown-" + i)));
        double seconds = (System.nanoTime() - start) / 1e9;
        int fetches = Cognito.calls("JWKS");
        LOG.infof("%d tokens of unknown keys in %.0f s: %s, %d fetches", FLOOD, seconds, answers, fetches);
        assertThat(answers).containsOnlyKeys(401).containsEntry(401, FLOOD);
        assertThat(fetches).isLessThanOrEqualTo(1 + (int) (seconds / 10));
        aFloodFromThereIsHeldBack();
    }

    /** What is left of the address's allowance is soon used up; known callers from there do not notice. */
    private static void aFloodFromThereIsHeldBack() throws Exception {
        String known = caller("known");
        as(known).get(DEMO).then().statusCode(200);
        assertThat(inParallel(2000, i -> "a.b.c")).containsKeys(401, 429);
        as("a.b.c").get(DEMO).then().statusCode(429).header("Retry-After", org.hamcrest.Matchers.notNullValue());
        as(known).get(DEMO).then().statusCode(200);
    }

    private static Map<Integer, Integer> ask(String token, int requests) throws Exception {
        return inParallel(requests, i -> token);
    }

    private static Map<Integer, Integer> inParallel(int requests, java.util.function.IntFunction<String> token)
            throws Exception {
        Map<Integer, Integer> answers = new TreeMap<>();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<Integer, Integer>>> all = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                all.add(callers.submit(() -> {
                    Map<Integer, Integer> own = new TreeMap<>();
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        own.merge(as(token.apply(i)).get(DEMO).statusCode(), 1, Integer::sum);
                    }
                    return own;
                }));
            }
            for (Future<Map<Integer, Integer>> one : all) {
                one.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
            }
        }
        return answers;
    }

    private static String caller(String subject) {
        return Tokens.signed(claims -> claims.setSubject(subject));
    }
}
