package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** What the service adds to the SDK's own call of a Cognito that takes 20 ms: both in turns, in one run. */
@QuarkusTest
@Tag("scale")
class LatencyTest {

    private static final Logger LOG = Logger.getLogger(LatencyTest.class);
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 60;
    private static final String POOL = Cognito.DEMO_POOL;

    @TestHTTPResource("/v1/apps/demo/users")
    URI users = URI.create("/");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token = Tokens.demo();

    /** One request. */
    @FunctionalInterface
    interface Request {
        void run() throws IOException, InterruptedException;
    }

    @BeforeEach
    void slowDown() {
        Cognito.faults("""
                [{"operation": "AdminGetUser", "latencyMs": 20}, {"operation": "AdminCreateUser", "latencyMs": 20}]""");
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aReadAndACreateCostLittleMoreThanCognito() throws IOException, InterruptedException {
        compare(
                "read",
                () -> Cognito.sdk().adminGetUser(r -> r.userPoolId(POOL).username("ada")),
                () -> send(HttpRequest.newBuilder(URI.create(users + "/ada")).GET(), 200));
        compare(
                "create",
                () -> Cognito.sdk()
                        .adminCreateUser(r -> r.userPoolId(POOL)
                                .username(unique("sdk-"))
                                .temporaryPassword("Correct-Horse-42")
                                .messageAction(MessageActionType.SUPPRESS)),
                () -> send(
                        HttpRequest.newBuilder(users)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"username\": \"" + unique("api-") + "\"}")),
                        201));
    }

    private void compare(String what, Request direct, Request through) throws IOException, InterruptedException {
        List<Long> sdk = new ArrayList<>();
        List<Long> service = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            measure(direct, round == 0 ? new ArrayList<>() : sdk);
            measure(through, round == 0 ? new ArrayList<>() : service);
        }
        double median = ratio(service, sdk, 0.5);
        LOG.infof(
                "%s through the service against the SDK alone, Cognito taking 20 ms: p50 %.2f / %.2f ms (ratio %.2f),"
                        + " p99 %.2f / %.2f ms (ratio %.2f)",
                what,
                at(service, 0.5),
                at(sdk, 0.5),
                median,
                at(service, 0.99),
                at(sdk, 0.99),
                ratio(service, sdk, 0.99));
        assertThat(median).as(what).isLessThan(2.0);
    }

    private static void measure(Request request, List<Long> times) throws IOException, InterruptedException {
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            request.run();
            times.add(System.nanoTime() - start);
        }
    }

    private void send(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static double ratio(List<Long> these, List<Long> those, double quantile) {
        return at(these, quantile) / at(those, quantile);
    }

    /** In milliseconds. */
    private static double at(List<Long> times, double quantile) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1) / 1e6;
    }
}
