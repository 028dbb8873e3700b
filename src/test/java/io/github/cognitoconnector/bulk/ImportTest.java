package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the rows of files. */
@QuarkusTest
class ImportTest {

    private static final String DEMO_USERS = DEMO + "/users/";

    private final String one = unique("imp-");
    private final String two = unique("imp-");

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void createsTheUsersOfAFile() {
        JsonPath job = imported(
                "",
                "username,email,groups,enabled\n" + one + "," + one + "@example.com,demo-admins,\n" + two
                        + ",,,false\n");

        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getString("kind")).isEqualTo("IMPORT");
        assertThat(job.getString("mode")).isEqualTo("CREATE");
        assertThat(job.getString("createdBy")).isEqualTo("demoapp");
        assertThat(job.getInt("total")).isEqualTo(2);
        assertThat(job.getInt("done")).isEqualTo(2);
        assertThat(job.getMap("outcomes"))
                .isEqualTo(Map.of("created", 2, "updated", 0, "unchanged", 0, "deleted", 0, "rejected", 0));
        assertThat(job.getString("startedAt")).isNotNull();
        assertThat(job.getString("endedAt")).isNotNull();
        assertThat(outcomes(job)).containsExactly("1 " + one + " created", "2 " + two + " created");
        assertThat(user(one).getString("attributes.email")).isEqualTo(one + "@example.com");
        assertThat(groups(one)).contains("demo-admins");
        assertThat(user(two).getBoolean("enabled")).isFalse();
    }

    @Test
    void aLineIsTheBodyOfACreate() {
        JsonPath job = Jobs.ended(
                Tokens.demo(),
                Jobs.started(Jobs.upload(
                        Tokens.demo(),
                        DEMO,
                        "?mode=upsert",
                        Jobs.NDJSON,
                        "{\"username\": \"" + one + "\", \"attributes\": {\"name\": \"One\"}, \"enabled\": false}\n")));
        assertThat(outcomes(job)).containsExactly("1 " + one + " created");
        assertThat(user(one).getBoolean("enabled")).isFalse();
        assertThat(user(one).getString("attributes.name")).isEqualTo("One");
    }

    @Test
    void aFinishedImportChangesNothingASecondTime() {
        String file = "username,email,groups,enabled\n" + one + "," + one + "@example.com,demo-admins,true\n" + two
                + ",,,false\n";
        imported("", file);
        Cognito.reset();

        assertThat(outcomes(imported("?mode=create", file)))
                .containsExactly("1 " + one + " unchanged", "2 " + two + " unchanged");
        assertThat(outcomes(imported("?mode=upsert", file)))
                .containsExactly("1 " + one + " unchanged", "2 " + two + " unchanged");
        assertThat(Cognito.calls().keySet())
                .doesNotContain(
                        "AdminUpdateUserAttributes", "AdminAddUserToGroup", "AdminDisableUser", "AdminSetUserPassword");
    }

    @Test
    void createLeavesWhomItFindsOtherwise() {
        imported("", "username,name\n" + one + ",One\n");
        JsonPath job = imported("", "username,name\n" + one + ",Another\n" + two + ",Two\n");
        assertThat(outcomes(job)).containsExactly("1 " + one + " rejected", "2 " + two + " created");
        JsonPath rejected = Jobs.results(Tokens.demo(), job.getString("id"), "?outcome=rejected")
                .getFirst();
        assertThat(rejected.getString("problem.code")).isEqualTo("user-exists");
        assertThat(user(one).getString("attributes.name")).isEqualTo("One");
    }

    @Test
    void upsertMakesWhomItFindsAsTheRowSays() {
        imported("", "username,name,nickname\n" + one + ",One,Uno\n");
        JsonPath job =
                imported("?mode=upsert", "username,name,groups,enabled\n" + one + ",Another,demo-admins,false\n");
        assertThat(outcomes(job)).containsExactly("1 " + one + " updated");
        assertThat(user(one).getString("attributes.name")).isEqualTo("Another");
        assertThat(user(one).getString("attributes.nickname")).isEqualTo("Uno");
        assertThat(user(one).getBoolean("enabled")).isFalse();
        assertThat(groups(one)).contains("demo-admins");
    }

    @Test
    void eachBadRowIsRejectedForItself() {
        JsonPath job = imported(
                "",
                "username,email,groups,custom:none,enabled,temporaryPassword\n"
                        + one + ",,nobodys,,,\n"
                        + "imp-attribute,,,x,,\n"
                        + "imp-enabled,,,,perhaps,\n"
                        + "imp-email,nobody,,,,\n"
                        + "imp-password,,,,,password\n"
                        + two + ",,,,,\n"
                        + two.toUpperCase(Locale.ROOT) + ",,,,,\n"
                        + ",,,,,\n");
        assertThat(job.getInt("outcomes.created")).isEqualTo(1);
        List<JsonPath> rejected = Jobs.results(Tokens.demo(), job.getString("id"), "?outcome=rejected");
        assertThat(rejected)
                .extracting(row -> row.getInt("row") + " " + row.getString("problem.code"))
                .containsExactly(
                        "1 invalid-group",
                        "2 invalid-attribute",
                        "3 validation-failed",
                        "4 invalid-attribute",
                        "5 invalid-password",
                        "7 validation-failed",
                        "8 validation-failed");
        assertThat(rejected.get(5).getString("problem.detail")).contains("Row 6");
        as(Tokens.demo()).get(DEMO_USERS + one).then().spec(problem(404, "user-not-found"));
    }

    @Test
    void aDryRunPredictsAndWritesNothing() {
        imported("", "username,name\n" + one + ",One\n");
        Cognito.reset();
        JsonPath job = imported(
                "?mode=upsert&dryRun=true",
                "username,name,groups\n" + one + ",Another,\n" + two + ",Two,demo-admins\nimp-nobody,,nobodys\n");
        assertThat(job.getBoolean("dryRun")).isTrue();
        assertThat(outcomes(job))
                .containsExactly("1 " + one + " updated", "2 " + two + " created", "3 imp-nobody rejected");
        assertThat(Cognito.calls().keySet())
                .isSubsetOf(Set.of(
                        "AdminGetUser", "AdminListGroupsForUser", "DescribeUserPool", "GetGroup", "ListUsers", "JWKS"));
        as(Tokens.demo()).get(DEMO_USERS + two).then().spec(problem(404, "user-not-found"));
    }

    @Test
    void columnsMayBeCalledOtherwise() {
        JsonPath job = imported(
                "?columns=Login%3Dusername%2CFull+Name%3Dname%2CNotes%3D",
                "Login,Full Name,Notes\n" + one + ",One,secret\n");
        assertThat(outcomes(job)).containsExactly("1 " + one + " created");
        assertThat(user(one).getString("attributes.name")).isEqualTo("One");
    }

    @Test
    void aFileThatCannotBeReadIsNoJob() {
        int before = jobs();
        Jobs.upload(Tokens.demo(), DEMO, "", Jobs.CSV, "username,name\n" + one + ",One\n" + two + "\n")
                .then()
                .spec(problem(400, "invalid-request"))
                .body("errors[0].pointer", equalTo("/lines/3"))
                .body("errors[0].detail", containsString("Line 3"));
        Jobs.upload(Tokens.demo(), DEMO, "", Jobs.NDJSON, "{\"username\": \"" + one + "\"}\n{\"usrname\": 1}\n")
                .then()
                .spec(problem(400, "invalid-request"))
                .body("errors[0].pointer", equalTo("/lines/2"));
        assertThat(jobs()).isEqualTo(before);
        as(Tokens.demo()).get(DEMO_USERS + one).then().spec(problem(404, "user-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "?mode=replace, 400, invalid-request",
        "?mode=sync, 422, validation-failed",
        "?mode=sync&maxDeletes=x, 400, invalid-request",
        "?mode=sync&maxDeletes=1000000, 422, validation-failed",
        "?maxDeletes=1, 422, validation-failed",
        "?mode=sync&maxDeletes=1&onMissing=forget, 400, invalid-request",
        "?columns=email, 400, invalid-request",
        "?dryRun=perhaps, 400, invalid-request",
        "?nothing=1, 400, invalid-request"
    })
    void refusesWhatItDoesNotKnow(String query, int status, String code) {
        Jobs.upload(Tokens.demo(), DEMO, query, Jobs.CSV, "username\n" + one + "\n")
                .then()
                .spec(problem(status, code));
    }

    @Test
    void takesOtherFormatsForNone() {
        Jobs.upload(Tokens.demo(), DEMO, "", "application/json", "[]")
                .then()
                .spec(problem(415, "unsupported-media-type"));
    }

    @Test
    void needsBothPermissions() {
        Jobs.upload(Tokens.withScopes("jobs.write"), DEMO, "", Jobs.CSV, "username\n")
                .then()
                .spec(problem(403, "forbidden"));
        Jobs.upload(Tokens.withScopes("users.write"), DEMO, "", Jobs.CSV, "username\n")
                .then()
                .spec(problem(403, "forbidden"));
        Jobs.upload("none", DEMO, "", Jobs.CSV, "username\n").then().spec(problem(401, "unauthenticated"));
        Jobs.upload(Tokens.other(), DEMO, "", Jobs.CSV, "username\n").then().spec(problem(404, "app-not-found"));
    }

    @Test
    void answersWhereTheJobIs() {
        Jobs.upload(Tokens.demo(), DEMO, "", Jobs.CSV, "username\n")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/v1/jobs/demo."))
                .body("state", equalTo("QUEUED"))
                .body("endedAt", equalTo(null));
    }

    private static JsonPath imported(String query, String csv) {
        return Jobs.ended(Tokens.demo(), Jobs.started(Jobs.upload(Tokens.demo(), DEMO, query, Jobs.CSV, csv)));
    }

    private static List<String> outcomes(JsonPath job) {
        return Jobs.results(Tokens.demo(), job.getString("id"), "").stream()
                .map(row -> row.getInt("row") + " " + row.getString("key") + " " + row.getString("outcome"))
                .toList();
    }

    private static int jobs() {
        return as(Tokens.demo())
                .get(DEMO + "/jobs?limit=60")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static JsonPath user(String username) {
        return as(Tokens.demo()).get(DEMO_USERS + username).jsonPath();
    }

    private static List<String> groups(String username) {
        return as(Tokens.demo())
                .get(DEMO_USERS + username + "/groups")
                .jsonPath()
                .getList("items.name");
    }
}
