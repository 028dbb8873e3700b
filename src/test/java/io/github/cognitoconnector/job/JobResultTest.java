package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.DatabaseDump;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has become of the rows of jobs, and the passwords that they have made. */
@QuarkusTest
class JobResultTest {

    private static final String FILE = "username,groups\nada,\n=grace,\nalan,staff\n";

    private OwnApp app = OwnApp.NONE;

    @Inject
    DatabaseDump dump;

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
    void rowsCanBeHadByTheirOutcome() {
        String id = Jobs.imported(app, "", FILE).getString("id");
        assertThat(rows(id, "?outcome=created")).containsExactly(1, 2);
        assertThat(rows(id, "?outcome=rejected")).containsExactly(3);
        assertThat(rows(id, "?outcome=deleted")).isEmpty();
        assertThat(rows(id, "")).containsExactly(1, 2, 3);
        for (String unknown : List.of("failed", "CREATED")) {
            results(id, "?outcome=" + unknown, "*/*")
                    .spec(problem(400, "invalid-request"))
                    .body("errors[0].pointer", equalTo("/outcome"));
        }
        results(id, "?limit=1", "*/*").spec(problem(400, "invalid-request"));
    }

    @Test
    void areLinesOfJsonUnlessCsvIsAskedFor() {
        String id = Jobs.imported(app, "", FILE).getString("id");
        for (String accept : List.of("*/*", "application/x-ndjson", "text/csv;q=0.5, application/x-ndjson")) {
            String lines = results(id, "", accept)
                    .statusCode(200)
                    .contentType("application/x-ndjson")
                    .header("Cache-Control", "no-store")
                    .extract()
                    .asString();
            assertThat(lines.lines()).first().isEqualTo("{\"row\":1,\"key\":\"ada\",\"outcome\":\"created\"}");
        }
        String csv = results(id, "", "text/csv")
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(4)
                .startsWith("row,key,outcome,code,detail", "1,ada,created,,", "2,'=grace,created,,")
                .last()
                .asString()
                .startsWith("3,alan,rejected,invalid-group,");
        results(id, "", "application/xml").spec(problem(406, "not-acceptable"));
    }

    @Test
    void aRejectedRowSaysWhyAsAnAnswerWould() {
        String id = Jobs.imported(app, "", FILE).getString("id");
        JsonPath row = Jobs.results(app.token(), id, "?outcome=rejected").getFirst();
        assertThat(row.getMap("problem"))
                .containsEntry("type", "urn:cognito-connector:problem:invalid-group")
                .containsEntry("code", "invalid-group")
                .containsEntry("status", 422);
        assertThat(row.getList("problem.errors")).isNotEmpty();
    }

    @Test
    void passwordsAreHandedOutOnce() throws SQLException {
        String id = Jobs.imported(app, "", FILE).getString("id");
        String results = results(id, "", "*/*").extract().asString();
        String kept = dump.tables();

        List<JsonPath> first = passwords(id);
        assertThat(first).extracting(row -> row.getString("key")).containsExactly("ada", "=grace");
        assertThat(passwords(id)).isEmpty();
        for (JsonPath row : first) {
            String password = row.getString("temporaryPassword");
            assertThat(password).hasSizeGreaterThanOrEqualTo(12);
            assertThat(results).doesNotContain(password);
            assertThat(kept).doesNotContain(password);
            assertThat(dump.filesWith(password)).isEmpty();
            assertThat(app.challenge(row.getString("key"), password)).isEqualTo("NEW_PASSWORD_REQUIRED");
        }
    }

    @Test
    void passwordsThatCallersHaveChosenAreNotHandedOut() {
        String id = Jobs.imported(app, "", "username,temporaryPassword\nada,Correct-Horse-42\ngrace,\n")
                .getString("id");
        assertThat(passwords(id)).extracting(row -> row.getString("key")).containsExactly("grace");
        assertThat(app.challenge("ada", "Correct-Horse-42")).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertThat(passwords(Jobs.imported(app, "?mode=upsert", FILE).getString("id")))
                .extracting(row -> row.getString("key"))
                .containsExactly("=grace");
    }

    @Test
    void passwordsCanBeHadAsCsv() {
        String id = Jobs.imported(app, "", "username\nada\n").getString("id");
        String csv = as(app.token())
                .accept("text/csv")
                .post("/v1/jobs/" + id + "/results/passwords")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(2)
                .startsWith("row,key,temporaryPassword")
                .last()
                .asString()
                .startsWith("1,ada,");
    }

    @Test
    void passwordsNeedBothPermissions() {
        String id = Jobs.imported(app, "", "username\nada\n").getString("id");
        for (String permission : List.of("jobs.read", "users.write")) {
            as(app.token(permission))
                    .post("/v1/jobs/" + id + "/results/passwords")
                    .then()
                    .spec(problem(403, "forbidden"));
        }
        as(app.token("users.write", "jobs.read"))
                .post("/v1/jobs/" + id + "/results/passwords?dryRun=true")
                .then()
                .statusCode(200);
        assertThat(passwords(id)).as("a dry run takes none").hasSize(1);
    }

    @Test
    void aDryRunMakesNoPasswords() {
        assertThat(passwords(Jobs.imported(app, "?dryRun=true", FILE).getString("id")))
                .isEmpty();
    }

    @Test
    void resultsAreThereWhileAJobGoesOn() {
        String id = Jobs.held(app, app.token(), "username,enabled\nada,\ngrace,perhaps\n");
        assertThat(rows(id, "")).containsExactly(2);
        as(app.token()).post("/v1/jobs/" + id + "/cancel").then().statusCode(200);
    }

    private List<Integer> rows(String id, String query) {
        return Jobs.results(app.token(), id, query).stream()
                .map(row -> row.getInt("row"))
                .toList();
    }

    private ValidatableResponse results(String id, String query, String accept) {
        return as(app.token())
                .accept(accept)
                .get("/v1/jobs/" + id + "/results" + query)
                .then();
    }

    private List<JsonPath> passwords(String id) {
        return Jobs.lines(as(app.token())
                .post("/v1/jobs/" + id + "/results/passwords")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString());
    }
}
