package io.github.cognitoconnector.testing;

import static io.github.cognitoconnector.testing.Api.as;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Jobs as their callers use them. */
public final class Jobs {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> OVER = List.of("COMPLETED", "CANCELLED", "FAILED");

    private Jobs() {}

    /** Uploads a file; {@code query} begins with a question mark or is empty. */
    public static Response upload(String token, String app, String query, String mediaType, String body) {
        return as(token)
                .contentType(mediaType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(app + "/imports" + query);
    }

    /** The id of a job that was accepted. */
    public static String started(Response answer) {
        answer.then().statusCode(202);
        return answer.path("id");
    }

    public static JsonPath get(String token, String id) {
        return as(token).get("/v1/jobs/" + id).then().statusCode(200).extract().jsonPath();
    }

    /** The job when it is over. */
    public static JsonPath ended(String token, String id) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> OVER.contains(get(token, id).getString("state")));
        return get(token, id);
    }

    /** The rows of a job's results. */
    public static List<JsonPath> results(String token, String id, String query) {
        return lines(as(token)
                .get("/v1/jobs/" + id + "/results" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Carries out an import of CSV to its end. */
    public static JsonPath imported(OwnApp app, String query, String csv) {
        return ended(app.token(), started(upload(app.token(), app.path(), query, CSV, csv)));
    }

    /** Starts an import that goes on until {@link Cognito#reset}, as far as it creates users. */
    public static String held(OwnApp app, String token, String csv) {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"HTTP_500\"}]");
        String id = started(upload(token, app.path(), "", CSV, csv));
        await().atMost(PATIENCE).until(() -> Cognito.calls("AdminCreateUser") > 0);
        return id;
    }

    /** Waits until nobody works on a row of the job. */
    public static void rest(String id) {
        String key = id.substring(id.indexOf('.') + 1);
        await().atMost(PATIENCE)
                .until(() -> Database.text(
                                "select count(*) from job_row where job_id = '" + key + "' and replica is not null")
                        .equals("0"));
    }

    /** Rows as {@code row key outcome}, and the code of their problem. */
    public static List<String> outcomes(String token, String id) {
        return results(token, id, "").stream()
                .map(row -> String.join(
                                " ",
                                row.getString("row"),
                                row.getString("key"),
                                row.getString("outcome"),
                                row.getString("problem.code"))
                        .replace(" null", ""))
                .toList();
    }

    public static List<JsonPath> lines(String text) {
        return text.lines().map(JsonPath::new).toList();
    }
}
