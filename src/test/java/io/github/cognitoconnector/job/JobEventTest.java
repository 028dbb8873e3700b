package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who watch a job hear of it until it is over. */
@QuarkusTest
@Timeout(60)
class JobEventTest {

    private static final String EVENTS = "text/event-stream";
    private static final String DATA = "data: ";

    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void register() {
        app = OwnApp.register();
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void theFirstEventComesAtOnceAndTheLastOneWhenTheJobIsOver() throws IOException, InterruptedException {
        String id = Jobs.held(app, app.token(), "username\nada\n");
        try (BufferedReader events = watch(id)) {
            assertThat(events.readLine()).isEqualTo("event: job");
            JsonPath first = job(events.readLine());
            assertThat(first.getString("id")).isEqualTo(id);
            assertThat(first.getString("state")).isIn("QUEUED", "RUNNING");
            assertThat(first.getInt("done")).isZero();

            Cognito.reset();
            List<String> rest =
                    events.lines().filter(line -> line.startsWith(DATA)).toList();
            JsonPath last = job(rest.getLast());
            assertThat(last.getMap("")).isEqualTo(Jobs.get(app.token(), id).getMap(""));
            assertThat(last.getString("state")).isEqualTo("COMPLETED");
            assertThat(rest).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsOverIsToldOnce() throws IOException, InterruptedException {
        String id = Jobs.imported(app, "", "username\n").getString("id");
        try (BufferedReader events = watch(id)) {
            assertThat(events.lines().filter(line -> !line.isEmpty()).toList())
                    .hasSize(2)
                    .first()
                    .isEqualTo("event: job");
        }
    }

    @Test
    void aRefusalIsAProblem() {
        as(app.token())
                .accept(EVENTS)
                .get("/v1/jobs/" + app.id() + ".x/events")
                .then()
                .spec(problem(404, "job-not-found"));
    }

    private BufferedReader watch(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/jobs/" + id + "/events"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + app.token())
                .header("Accept", EVENTS)
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(EVENTS));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static JsonPath job(String line) {
        return new JsonPath(line.substring(DATA.length()));
    }
}
