package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request for a job that is sent again makes no second one. */
@QuarkusTest
class RepeatedJobTest {

    private static final String KEY = "Idempotency-Key";

    private final String key = unique("key-");
    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void register() {
        app = OwnApp.register();
    }

    @AfterEach
    void remove() {
        app.remove();
    }

    @Test
    void anImportIsOneJobForItsKey() {
        isOneJob(body -> imported(body, ""), "username\nada\n", "username\nalan\n");
        imported("username\nada\n", "?mode=upsert").then().spec(problem(422, "idempotency-mismatch"));
    }

    @Test
    void aBulkRequestIsOneJobForItsKey() {
        isOneJob(
                body -> json(app.token(), body).header(KEY, key).post(app.path() + "/bulk"),
                "{\"operations\": [{\"op\": \"createUser\", \"user\": \"ada\"}]}",
                "{\"operations\": [{\"op\": \"createUser\", \"user\": \"alan\"}]}");
    }

    @Test
    void aRefusedUploadLeavesTheKeyToTheRightOne() {
        imported("username,name\nada\n", "").then().spec(problem(400, "invalid-request"));
        String id = Jobs.started(imported("username\nada\n", ""));
        assertThat(Jobs.ended(app.token(), id).getInt("outcomes.created")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=upsert", "?mode=sync&maxDeletes=0"})
    void aRepeatFindsTheImportWhoseAnswerWasLost(String query) {
        isFoundAgain(body -> imported(body, query), "username\nada\n");
    }

    @Test
    void aRepeatFindsTheBulkRequestWhoseAnswerWasLost() {
        isFoundAgain(
                body -> json(app.token(), body).header(KEY, key).post(app.path() + "/bulk"),
                "{\"operations\": [{\"op\": \"createUser\", \"user\": \"ada\"}]}");
    }

    /** Nobody has seen that job. */
    @Test
    void aRepeatBeginsAnewWhereTheUploadWasLost() {
        String id = Jobs.started(imported("username\nada\n", ""));
        Jobs.ended(app.token(), id);
        Database.execute("update job set state = 'UPLOADING' where app_id = '" + app.id() + "'");
        forget();
        imported("username\nada\n", "").then().statusCode(202).body("id", equalTo(id));
        assertThat(Jobs.ended(app.token(), id).getInt("outcomes.unchanged")).isOne();
        isTheOnlyOne(id);
    }

    /** At once, and when the job is over. */
    private void isFoundAgain(Function<String, Response> send, String body) {
        String id = Jobs.started(send.apply(body));
        for (int i = 0; i < 2; i++) {
            forget();
            send.apply(body)
                    .then()
                    .statusCode(202)
                    .header("Idempotency-Replayed", nullValue())
                    .header("Location", "/v1/jobs/" + id)
                    .body("id", equalTo(id));
            isTheOnlyOne(id);
            assertThat(Jobs.ended(app.token(), id).getInt("outcomes.created")).isOne();
        }
        send.apply(body)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        assertThat(app.users()).containsExactly("ada");
    }

    /** As if the replica had died before it could keep the answer. */
    private static void forget() {
        Database.execute("update idempotency set answer = null, leased_until = now()");
    }

    private void isOneJob(Function<String, Response> send, String body, String another) {
        Response first = send.apply(body);
        String id = Jobs.started(first);
        first.then().header("Idempotency-Replayed", nullValue());
        send.apply(body)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", "/v1/jobs/" + id)
                .body("id", equalTo(id));
        send.apply(another).then().spec(problem(422, "idempotency-mismatch"));

        Jobs.ended(app.token(), id);
        assertThat(app.users()).containsExactly("ada");
        isTheOnlyOne(id);
    }

    private void isTheOnlyOne(String id) {
        assertThat(as(app.token()).get(app.path() + "/jobs").jsonPath().getList("items.id"))
                .containsExactly(id);
    }

    private Response imported(String body, String query) {
        return as(app.token()).header(KEY, key).contentType(Jobs.CSV).body(body).post(app.path() + "/imports" + query);
    }
}
