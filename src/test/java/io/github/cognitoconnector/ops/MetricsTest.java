package io.github.cognitoconnector.ops;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MetricsTest {

    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String USER = "/v1/apps/{appId}/users/{user}";

    private final String canary = unique("canary");

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/metrics?unknown=1", "/q/metrics?unknown=1&unknown=2"})
    void metricsNeedNoTokenAndAreNoOperationOfTheApi(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text"))
                .body(containsString("jvm_memory_used_bytes"));
        given().urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .oauth2("nonsense")
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%s",
                "/v1/%s",
                "/v1/apps/%s",
                "/v1/apps/demo/users/%s",
                "/v1/apps/demo/users/%s/",
                "/v1/apps/demo/users/%s/no/such",
                "/v1//apps//demo//users//%s",
                "/v1/apps/demo/users/%s;matrix=1",
                "/v1/apps/demo/users/%s?unknown=1",
                "/v1/apps/demo/users/%%00%s",
                "/v1/apps/demo/users/%%ff%s",
                "/v1/apps/demo/users/..%%2f%s",
                "/v1/apps/demo/users/email:%s@example.com",
                "/v1/apps/../%s",
                "/q/%s",
                "/q/health/%s",
                "/q/swagger-ui/%s",
                "/v1/apps/demo/%s%%7Buser%%7D",
            })
    void noMetricNamesWhatIsInAPath(String path) {
        double before = Metrics.sum(REQUESTS);
        String hostile = path.formatted(canary);
        List<RequestSpecification> callers = List.of(
                given().urlEncodingEnabled(false),
                as("nonsense"),
                as(Tokens.demo()),
                as(Tokens.demo()).accept("image/png"),
                json(Tokens.demo(), "{").header("Origin", "https://" + canary + ".example"));
        callers.forEach(caller -> {
            caller.get(hostile);
            caller.put(hostile);
            caller.options(hostile);
            caller.request("BREW", hostile);
        });
        counted(before, path.startsWith("/q/") ? 0 : 4 * callers.size());
        assertThat(String.join("\n", Metrics.scrape())).doesNotContain(canary).doesNotContain("BREW");
    }

    @Test
    void aFailureOfCognitoIsCountedByTheTemplate() {
        Cognito.faults("[{\"operation\": \"AdminGetUser\", \"error\": \"HTTP_500\"}]");
        as(Tokens.demo()).get("/v1/apps/demo/users/" + canary).then().statusCode(503);
        await().untilAsserted(() -> assertThat(Metrics.value(
                        REQUESTS + "{method=\"GET\",outcome=\"SERVER_ERROR\",status=\"503\",uri=\"" + USER))
                .isPresent());
        assertThat(String.join("\n", Metrics.scrape())).doesNotContain(canary);
    }

    @Test
    void pathsThatNobodyServesAreOneAndNotMany() {
        double before = Metrics.sum(REQUESTS);
        given().get("/first-" + canary).then().statusCode(404);
        counted(before, 1);
        List<String> known = Metrics.tagValues(REQUESTS, "uri");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            answers.add(given().get("/v1/" + canary + i + "/users").statusCode());
        }
        assertThat(answers).containsOnly(404);
        counted(before, 121);
        assertThat(Metrics.tagValues(REQUESTS, "uri")).isEqualTo(known);
    }

    @Test
    void operationsAreCountedByTheirTemplates() {
        json(Tokens.demo(), "{\"username\": \"" + canary + "\"}")
                .post("/v1/apps/demo/users")
                .then()
                .statusCode(201);
        as(Tokens.demo()).get("/v1/apps/demo/users/" + canary).then().statusCode(200);
        as(Tokens.demo()).get("/v1/apps/demo/users/no-" + canary).then().statusCode(404);
        Map.of("200", "SUCCESS", "404", "CLIENT_ERROR")
                .forEach((status, outcome) -> await().untilAsserted(
                                () -> assertThat(Metrics.value(REQUESTS + "{method=\"GET\",outcome=\"" + outcome
                                                + "\",status=\"" + status + "\",uri=\"" + USER + "\""))
                                        .isPresent()));
        assertThat(String.join("\n", Metrics.scrape())).doesNotContain(canary);
    }

    /** Requests are counted when their answers are on their way already. */
    private static void counted(double before, int requests) {
        await().untilAsserted(() -> assertThat(Metrics.sum(REQUESTS)).isGreaterThanOrEqualTo(before + requests));
    }
}
