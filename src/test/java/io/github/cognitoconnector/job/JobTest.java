package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs as they are looked at, stopped and let go on. */
@QuarkusTest
class JobTest {

    private static final String NOBODY = "0b6f1c9e-3c52-4f0e-9a59-3f4a5a6b7c8d";
    private static final String EMPTY = "username\n";
    private static final String ROW = "username\nada\n";

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
    void listsAreNewestFirstAndGoOnAtTheCursor() {
        List<String> ids = started(3).reversed();
        for (String list : List.of(app.path() + "/jobs", "/v1/jobs")) {
            Response first = as(app.token()).get(list + "?limit=2");
            first.then().statusCode(200).header("Link", containsString("rel=\"next\""));
            assertThat(first.jsonPath().getList("items.id")).isEqualTo(ids.subList(0, 2));

            String cursor = first.path("nextCursor");
            JsonPath second =
                    as(app.token()).get(list + "?limit=2&cursor=" + cursor).jsonPath();
            assertThat(second.getList("items.id")).containsExactly(ids.get(2));
            assertThat(second.getString("nextCursor")).isNull();
        }
    }

    @Test
    void listsAreOfTheCallersAppsAlone() {
        String own = started(1).getFirst();
        OwnApp other = OwnApp.register();
        String foreign = Jobs.imported(other, "", EMPTY).getString("id");

        assertThat(listed(app.token(), "/v1/jobs")).containsExactly(own);
        assertThat(listed(Tokens.platform(), "/v1/jobs?limit=60")).contains(own, foreign);
        assertThat(listed(Tokens.platform(), app.path() + "/jobs")).containsExactly(own);
        as(app.token()).get(other.path() + "/jobs").then().spec(problem(404, "app-not-found"));
        other.remove();
    }

    @Test
    void aCursorIsGoodWhereItWasGot() {
        started(2);
        String cursor = as(app.token()).get(app.path() + "/jobs?limit=1").path("nextCursor");
        as(app.token()).get("/v1/jobs?limit=1&cursor=" + cursor).then().spec(problem(400, "invalid-cursor"));
        as(Tokens.demo())
                .get("/v1/apps/demo/jobs?limit=1&cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
        as(app.token()).get("/v1/jobs?limit=61").then().spec(problem(422, "validation-failed"));
    }

    @Test
    void nothingOfAPausedJobIsBegunUntilItIsResumed() {
        String id = Jobs.held(app, app.token(), ROW);
        command(id, "pause").statusCode(200).body("state", equalTo("PAUSED")).body("estimatedEndAt", equalTo(null));
        command(id, "pause").statusCode(200).body("state", equalTo("PAUSED"));
        Jobs.rest(id);
        Cognito.reset();

        assertThat(Jobs.imported(app, "", "username\ngrace\n").getInt("outcomes.created"))
                .isOne();
        assertThat(app.users()).containsExactly("grace");

        command(id, "resume").statusCode(200).body("endedAt", equalTo(null));
        assertThat(Jobs.ended(app.token(), id).getString("state")).isEqualTo("COMPLETED");
        assertThat(app.users()).containsExactly("ada", "grace");
    }

    @Test
    void aCancelledJobIsOver() {
        String id = Jobs.held(app, app.token(), ROW);
        command(id, "cancel").statusCode(200).body("state", equalTo("CANCELLED"));
        command(id, "cancel").statusCode(200).body("state", equalTo("CANCELLED"));
        Jobs.rest(id);
        Cognito.reset();

        assertThat(Jobs.imported(app, "", "username\ngrace\n").getInt("outcomes.created"))
                .isOne();
        assertThat(app.users()).containsExactly("grace");
        JsonPath job = Jobs.get(app.token(), id);
        assertThat(job.getString("endedAt")).isNotNull();
        assertThat(job.getInt("done")).isZero();
        for (String command : List.of("pause", "resume", "retry")) {
            command(id, command).spec(problem(409, "unsupported-state"));
        }
    }

    @Test
    void aPausedJobCanBeCancelledAndNotRetried() {
        String id = Jobs.held(app, app.token(), ROW);
        command(id, "resume").statusCode(200);
        command(id, "retry").statusCode(200);
        command(id, "pause").statusCode(200);
        command(id, "retry").spec(problem(409, "unsupported-state"));
        command(id, "cancel").statusCode(200);
    }

    @Test
    void aRetryTriesTheRejectedRowsAgain() {
        app.newUser("ada");
        JsonPath job = Jobs.imported(app, "", "username,name,enabled\nada,Ada,\ngrace,,\nalan,,perhaps\n");
        String id = job.getString("id");
        assertThat(Jobs.outcomes(app.token(), id))
                .containsExactly("1 ada rejected user-exists", "2 grace created", "3 alan rejected validation-failed");
        Cognito.sdk().adminDeleteUser(r -> r.userPoolId(app.pool()).username("ada"));

        command(id, "retry").statusCode(200).body("state", equalTo("RUNNING")).body("endedAt", equalTo(null));
        JsonPath retried = Jobs.ended(app.token(), id);
        assertThat(Jobs.outcomes(app.token(), id))
                .containsExactly("1 ada created", "2 grace created", "3 alan rejected validation-failed");
        assertThat(retried.getInt("done")).isEqualTo(3);
        assertThat(retried.getInt("outcomes.created")).isEqualTo(2);
        assertThat(retried.getInt("outcomes.rejected")).isOne();
        assertThat(app.users()).containsExactly("ada", "grace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel"})
    void whatIsOverIsNotStopped(String command) {
        command(started(1).getFirst(), command).spec(problem(409, "unsupported-state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel"})
    void aDryRunStopsNothing(String command) {
        String id = Jobs.held(app, app.token(), ROW);
        String before = Jobs.get(app.token(), id).getString("state");
        command(id, command + "?dryRun=true").statusCode(200).body("plan.operation", equalTo(List.of(command + "Job")));
        assertThat(Jobs.get(app.token(), id).getString("state")).isEqualTo(before);
        command(id, "cancel").statusCode(200);
    }

    @Test
    void aDryRunLetsNothingGoOn() {
        String paused = Jobs.held(app, app.token(), ROW);
        command(paused, "pause").statusCode(200);
        command(paused, "resume?dryRun=true").statusCode(200).body("plan.operation", equalTo(List.of("resumeJob")));
        assertThat(Jobs.get(app.token(), paused).getString("state")).isEqualTo("PAUSED");
        command(paused, "cancel").statusCode(200);

        JsonPath rejected = Jobs.imported(app, "", "username,groups\nada,staff\n");
        String id = rejected.getString("id");
        command(id, "retry?dryRun=true").statusCode(200).body("plan.operation", equalTo(List.of("retryJob")));
        JsonPath after = Jobs.get(app.token(), id);
        assertThat(after.getMap("")).isEqualTo(rejected.getMap(""));
        command(paused, "pause?dryRun=true").spec(problem(409, "unsupported-state"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /results",
        "GET, /events",
        "POST, /pause",
        "POST, /resume",
        "POST, /cancel",
        "POST, /retry",
        "POST, /results/passwords"
    })
    void aJobOfAnotherAppIsLikeOneThatIsNotThere(String method, String operation) {
        String uuid = started(1).getFirst().substring(app.id().length());
        OwnApp other = OwnApp.register();
        String nobody = refused(other.token(), method, other.id() + "." + NOBODY, operation);
        for (String id : List.of(
                app.id() + uuid,
                app.id() + "." + NOBODY,
                other.id() + uuid,
                "nowhere." + NOBODY,
                other.id() + "." + NOBODY.toUpperCase(Locale.ROOT),
                other.id() + ".x",
                other.id(),
                "." + NOBODY,
                "x")) {
            assertThat(refused(other.token(), method, id, operation)).as(id).isEqualTo(nobody);
        }
        other.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/jobs, jobs.read",
        "GET, /v1/apps/{app}/jobs, jobs.read",
        "GET, /v1/jobs/{job}, jobs.read",
        "GET, /v1/jobs/{job}/results, jobs.read",
        "GET, /v1/jobs/{job}/events, jobs.read",
        "POST, /v1/jobs/{job}/pause, jobs.write",
        "POST, /v1/jobs/{job}/resume, jobs.write",
        "POST, /v1/jobs/{job}/cancel, jobs.write",
        "POST, /v1/jobs/{job}/retry, jobs.write",
        "POST, /v1/jobs/{job}/results/passwords, users.write"
    })
    void needsItsPermission(String method, String path, String permission) {
        String at = path.replace("{app}", app.id()).replace("{job}", started(1).getFirst());
        as(app.token("users.read", permission.equals("jobs.read") ? "jobs.write" : "jobs.read"))
                .request(method, at)
                .then()
                .spec(problem(403, "forbidden"))
                .body("detail", containsString(permission));
        as("none").request(method, at).then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void anAppHasSoManyOpenJobsAndNoMore() {
        started(1);
        Database.execute("""
                        insert into job
                        select (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'state', 'PAUSED'))).*
                        from job j, generate_series(1, 1000) where j.app_id = '%s'""".formatted(app.id()));
        Jobs.upload(app.token(), app.path(), "", Jobs.CSV, ROW)
                .then()
                .spec(problem(429, "throttled"))
                .header("Retry-After", notNullValue());
        as(app.token())
                .get(app.path() + "/jobs?limit=60")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(60));
    }

    private List<String> started(int jobs) {
        return IntStream.range(0, jobs)
                .mapToObj(job -> Jobs.imported(app, "", EMPTY).getString("id"))
                .toList();
    }

    private ValidatableResponse command(String id, String command) {
        return as(app.token()).post("/v1/jobs/" + id + "/" + command).then();
    }

    private static List<String> listed(String token, String list) {
        return as(token).get(list).then().statusCode(200).extract().path("items.id");
    }

    private static String refused(String token, String method, String id, String operation) {
        Response answer = as(token).request(method, "/v1/jobs/" + id + operation);
        answer.then().spec(problem(404, "job-not-found"));
        return answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
