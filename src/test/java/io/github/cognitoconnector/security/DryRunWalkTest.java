package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.security.Walker.Power;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.RawHttp.Answer;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every mutation of the served document: {@code dryRun} writes nothing, to Cognito or to the database, and its plan is what
 * the request then does.
 */
@QuarkusTest
class DryRunWalkTest {

    private static final String READS = "(Admin)?(Get|List|Describe).*|JWKS|OpenIdConfiguration|Token";

    /** Ask, but change nothing. */
    private static final List<String> QUESTIONS = List.of("testConnection", "evaluateAccess");

    /** Write to the database of this service alone. */
    private static final List<String> COMMANDS = List.of(
            "createApp",
            "updateApp",
            "deleteApp",
            "changeAppCredentials",
            "reencryptSecrets",
            "pauseJob",
            "resumeJob",
            "cancelJob",
            "retryJob",
            "takeJobPasswords");

    /** Start jobs, and jobs that only predict. */
    private static final List<String> JOBS = List.of("importUsers", "startBulk");

    private final ObjectMapper mapper = new ObjectMapper();

    @AfterEach
    void leave() {
        Cognito.reset();
        Landscape.apps().stream()
                .filter(id -> id.startsWith("walk-") || id.startsWith("fresh-"))
                .forEach(id -> as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/" + id));
    }

    @Test
    void everyPlanIsWhatIsDone() throws IOException {
        Side own = Landscape.register(Landscape.inNewPool());
        Walker platform = new Walker("platform", Optional.of(Tokens.platform()), own, Power.EVERYTHING);
        List<Operation> all = ServedApi.read().operations();
        List<Operation> mutations =
                all.stream().filter(o -> o.takes("query", "dryRun")).toList();
        assertThat(all.stream().filter(o -> !o.reads() && !mutations.contains(o)))
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(QUESTIONS);
        for (Operation mutation : mutations) {
            Request request = platform.plain(mutation);
            if (JOBS.contains(mutation.id())) {
                checkJob(mutation.id(), request);
            } else {
                check(mutation.id(), request);
            }
        }
    }

    /** Its plan is the outcome of each row. */
    private void checkJob(String operation, Request request) {
        Cognito.reset();
        Answer plan = RawHttp.send(request.asking("dryRun", "true"));
        assertThat(plan.status()).as("%s %s", operation, plan).isEqualTo(202);
        JsonPath predicted = Work.end(plan);
        assertThat(writes()).as("%s writes in a dry run", operation).isEmpty();

        JsonPath done = Work.end(RawHttp.send(request.asking("dryRun", "false")));
        assertThat(writes()).as("%s writes", operation).isNotEmpty();
        assertThat(predicted.getBoolean("dryRun")).isTrue();
        assertThat(done.getBoolean("dryRun")).isFalse();
        assertThat(predicted.getInt("outcomes.created")).as(operation).isEqualTo(done.getInt("outcomes.created"));
    }

    private void check(String operation, Request request) throws IOException {
        String rows = rows();
        Cognito.reset();
        Answer plan = RawHttp.send(request.asking("dryRun", "true"));
        assertThat(plan.status()).as("%s %s", operation, plan).isEqualTo(200);
        assertThat(writes()).as("%s writes in a dry run", operation).isEmpty();
        assertThat(rows()).as("%s writes rows in a dry run", operation).isEqualTo(rows);

        Answer done = RawHttp.send(request.asking("dryRun", "false"));
        assertThat(done.status()).as("%s %s", operation, done).isBetween(200, 204);
        Map<String, Integer> planned = new TreeMap<>();
        JsonNode steps = mapper.readTree(plan.body()).path("plan");
        steps.forEach(step -> planned.merge(step.path("operation").asText(), 1, Integer::sum));
        assertThat(writes().isEmpty())
                .as("%s writes to the database alone", operation)
                .isEqualTo(COMMANDS.contains(operation));
        Map<String, Integer> expected = writes().isEmpty() ? Map.of(operation, 1) : writes();
        assertThat(planned).as("%s plans", operation).isEqualTo(expected);
    }

    /** How many there are of everything that requests leave behind, and what apps are. */
    private static String rows() {
        return Database.text("select concat_ws(' ', (select md5(string_agg(a::text, ' ' order by id)) from app a),"
                + " (select count(*) from audit), (select count(*) from audit_intent), (select count(*) from idempotency),"
                + " (select count(*) from revocation), (select count(*) from turn),"
                + " (select md5(string_agg(concat(id, state), ' ' order by id)) from job),"
                + " (select count(*) from job_row), (select count(*) from job_tally),"
                + " (select count(*) from sign_up_confirmation))");
    }

    private static Map<String, Integer> writes() {
        Map<String, Integer> writes = new TreeMap<>(Cognito.calls());
        writes.keySet().removeIf(called -> called.matches(READS));
        return writes;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /users                      | {"username": "ada"}                      | 409 | user-exists
                    POST   | /users                      | {"username": "x", "groups": ["no"]}      | 422 | invalid-group
                    POST   | /groups                     | {"name": "demo"}                         | 409 | group-exists
                    POST   | /users/nobody/disable       |                                          | 404 | user-not-found
                    POST   | /users/nobody/enable        |                                          | 404 | user-not-found
                    DELETE | /users/nobody               |                                          | 404 | user-not-found
                    PUT    | /users/nobody/groups/demo   |                                          | 404 | user-not-found
                    PUT    | /users/ada/groups/no        |                                          | 404 | group-not-found
                    PUT    | /users/ada/password         | {"password": "weakness"}                 | 422 | invalid-password
                    PATCH  | /users/ada                  | {"attributes": {"nope": "x"}}            | 422 | invalid-attribute
                    """)
    void aPlanIsRefusedForWhatItsRequestWouldBeRefusedFor(
            String method, String path, String body, int status, String code) {
        var request = body == null ? as(Tokens.demo()) : json(Tokens.demo(), body);
        request.header("If-Match", "*")
                .request(method, DEMO + path + "?dryRun=true")
                .then()
                .spec(problem(status, code));
    }

    @ParameterizedTest
    @CsvSource({"?dryRun=maybe", "?dryRun=", "?dryRun=true&dryRun=true"})
    void aDryRunIsTrueOrFalse(String query) {
        as(Tokens.demo()).post(DEMO + "/users/ada/enable" + query).then().spec(problem(400, "invalid-request"));
        as(Tokens.demo()).get(DEMO + "/users/ada?dryRun=true").then().spec(problem(400, "invalid-request"));
    }
}
