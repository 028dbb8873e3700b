package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.security.People.Person;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job may do what whoever has started it may do, for as long as he may, and no more. */
@QuarkusTest
class CallersOfJobsTest {

    private static final String REGISTRATION = """
            "name": "Callers", "operatorGroups": {
              "helpers": ["users.read", "users.write", "groups.write", "jobs.read", "jobs.write"],
              "masters": ["users.read", "users.write", "groups.write", "jobs.read", "jobs.write", "audit.read"]}""";

    private static final String FILE = "username\nada\n";

    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void plant() {
        app = OwnApp.register(REGISTRATION, pool -> {});
        List.of("helpers", "masters", "staff").forEach(app::newGroup);
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void aJobFailsWhoseClientIsTheAppsNoMore() {
        String id = paused(app.token());
        change("{\"clientIds\": [\"another\"]}");
        hasFailed(id);
    }

    @Test
    void aJobFailsWhosePersonIsDisabled() {
        Person helper = person("helpers");
        String id = paused(helper.token());
        as(Tokens.platform())
                .post(app.path() + "/users/" + helper.username() + "/disable")
                .then()
                .statusCode(204);
        hasFailed(id);
    }

    @Test
    void aJobFailsWhosePersonsGroupMayNoMore() {
        String id = paused(person("helpers").token());
        change("{\"operatorGroups\": {\"helpers\": [\"users.read\", \"jobs.read\", \"jobs.write\"]}}");
        hasFailed(id);
    }

    @Test
    void whatFailedForThatCanBeTriedAgainWhenHeMayAgain() {
        String id = paused(person("helpers").token());
        change("{\"operatorGroups\": {\"helpers\": [\"users.read\"]}}");
        hasFailed(id);
        change("{\"operatorGroups\": {\"helpers\": [\"users.read\", \"users.write\", \"jobs.read\", \"jobs.write\"]}}");
        as(Tokens.platform()).post("/v1/jobs/" + id + "/retry").then().statusCode(200);
        assertThat(Jobs.ended(Tokens.platform(), id).getInt("outcomes.created")).isOne();
    }

    @Test
    void aJobGoesOnThoughItsTokenHasExpired() {
        String token = Tokens.signed(claims -> {
            claims.setIssuer(Cognito.issuer(app.pool()));
            claims.setSubject(app.web().clientId());
            claims.setStringClaim("client_id", app.web().clientId());
            claims.setStringClaim("scope", "connector/users.write connector/jobs.write connector/jobs.read");
            claims.setExpirationTimeMinutesInTheFuture(-0.4f);
        });
        String id = Jobs.started(Jobs.upload(token, app.path(), "", Jobs.CSV, FILE));
        assertThat(Jobs.ended(Tokens.platform(), id).getInt("outcomes.created")).isOne();
    }

    @Test
    void nobodyGivesByAJobWhatHeDoesNotHold() {
        Person helper = person("helpers");
        Person master = person("masters");
        app.newUser("ada");
        String operations = """
                {"operations": [{"op": "addUserToGroup", "user": "ada", "group": "masters"},
                                {"op": "addUserToGroup", "user": "ada", "group": "helpers"},
                                {"op": "addUserToGroup", "user": "ada", "group": "staff"},
                                {"op": "removeUserFromGroup", "user": "%1$s", "group": "masters"},
                                {"op": "createUser", "user": "grace", "groups": ["masters"]}]}""".formatted(master.username());
        assertThat(bulk(helper, operations))
                .containsExactly(
                        "1 ada rejected forbidden",
                        "2 ada updated",
                        "3 ada updated",
                        "4 " + master.username() + " rejected forbidden",
                        "5 grace rejected forbidden");
        assertThat(app.groups("ada")).containsExactly("helpers", "staff");
        assertThat(app.groups(master.username())).containsExactly("masters");
        assertThat(app.users()).doesNotContain("grace");

        String id = Jobs.started(
                Jobs.upload(helper.token(), app.path(), "?mode=upsert", Jobs.CSV, "username,groups\nada,masters\n"));
        Jobs.ended(helper.token(), id);
        assertThat(Jobs.outcomes(helper.token(), id)).containsExactly("1 ada rejected forbidden");

        assertThat(bulk(master, operations)).doesNotContain("1 ada rejected forbidden", "5 grace rejected forbidden");
    }

    /** Whoever could set the address of somebody with more could have his password sent there. */
    @Test
    void nobodyBecomesSomebodyWithMoreByAJob() {
        Person helper = person("helpers");
        String master = person("masters").username();
        String address = "{\"attributes\": {\"email\": \"helper@example.com\"}}";
        json(helper.token(), address)
                .patch(app.path() + "/users/" + master)
                .then()
                .spec(problem(403, "forbidden"));
        assertThat(bulk(helper, """
                        {"operations": [{"op": "updateUser", "user": "%s", "attributes": {"email": "helper@example.com"}}]}""".formatted(master))).containsExactly("1 " + master + " rejected forbidden");
        String id = Jobs.started(Jobs.upload(
                helper.token(),
                app.path(),
                "?mode=upsert",
                Jobs.CSV,
                "username,email\n" + master + ",helper@example.com\n"));
        Jobs.ended(helper.token(), id);
        assertThat(Jobs.outcomes(helper.token(), id)).containsExactly("1 " + master + " rejected forbidden");
    }

    private List<String> bulk(Person caller, String operations) {
        String id = Jobs.started(json(caller.token(), operations).post(app.path() + "/bulk"));
        Jobs.ended(caller.token(), id);
        return Jobs.outcomes(caller.token(), id);
    }

    private Person person(String group) {
        return People.newPerson(app.pool(), app.web(), group);
    }

    private void change(String patch) {
        json(Tokens.platform(), patch)
                .header("If-Match", "*")
                .patch(app.path())
                .then()
                .statusCode(200);
    }

    /** A job of which nobody works on a row. */
    private String paused(String token) {
        String id = Jobs.held(app, token, FILE);
        as(Tokens.platform()).post("/v1/jobs/" + id + "/pause").then().statusCode(200);
        Jobs.rest(id);
        Cognito.reset();
        return id;
    }

    private void hasFailed(String id) {
        as(Tokens.platform()).post("/v1/jobs/" + id + "/resume").then().statusCode(200);
        JsonPath job = Jobs.ended(Tokens.platform(), id);
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("problem.code")).isEqualTo("forbidden");
        assertThat(job.getInt("done")).isZero();
        assertThat(app.users()).doesNotContain("ada");
    }
}
