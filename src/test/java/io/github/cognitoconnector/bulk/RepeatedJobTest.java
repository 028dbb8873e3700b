package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        assertThat(as(app.token()).get(app.path() + "/jobs").jsonPath().getList("items.id"))
                .containsExactly(id);
    }

    private Response imported(String body, String query) {
        return as(app.token()).header(KEY, key).contentType(Jobs.CSV).body(body).post(app.path() + "/imports" + query);
    }
}
