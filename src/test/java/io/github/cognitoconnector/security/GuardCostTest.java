package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guard costs: the same answer with and without it, in turns. */
@QuarkusTest
@Tag("scale")
class GuardCostTest {

    private static final Logger LOG = Logger.getLogger(GuardCostTest.class);
    private static final int ROUNDS = 5;

    /** In each round; medians of five hundred are as steady as those of more. */
    private static final int REQUESTS = 100;

    /** Until the compiler is done with what is measured. */
    private static final int WARM_UP = 300;

    @TestHTTPResource("/")
    URI root = URI.create("/");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aKnownTokenCostsLittleAndANewOneASignature() throws Exception {
        String known = Tokens.signed(claims -> {});
        List<Long> open = new ArrayList<>();
        List<Long> cached = new ArrayList<>();
        List<Long> first = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            boolean counts = round > 0;
            int requests = counts ? REQUESTS : WARM_UP;
            List<String> fresh = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                fresh.add(Tokens.signed(claims -> {}));
            }
            measure("/test/unguarded-oidc", () -> known, requests, counts ? open : new ArrayList<>());
            measure("/v1/apps/demo/oidc", () -> known, requests, counts ? cached : new ArrayList<>());
            measure("/v1/apps/demo/oidc", fresh::removeLast, requests, counts ? first : new ArrayList<>());
        }
        double known1 = (double) median(cached) / median(open);
        double new1 = (double) median(first) / median(open);
        LOG.infof(
                "Median without guard %.2f ms, known token %.2f ms (ratio %.2f), new token %.2f ms (ratio %.2f)",
                median(open) / 1e6, median(cached) / 1e6, known1, median(first) / 1e6, new1);
        assertThat(known1).as("known tokens").isLessThan(2.0);
        assertThat(new1).as("new tokens").isLessThan(5.0);
    }

    private void measure(String path, Supplier<String> token, int requests, List<Long> times)
            throws IOException, InterruptedException {
        for (int i = 0; i < requests; i++) {
            HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                    .header("Authorization", "Bearer " + token.get())
                    .build();
            long start = System.nanoTime();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            times.add(System.nanoTime() - start);
        }
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
