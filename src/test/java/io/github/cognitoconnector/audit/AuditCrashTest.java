package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A trail that cannot be written, before a mutation, behind it, and within its transaction. */
@QuarkusTest
class AuditCrashTest {

    private static final String TRAIL = DEMO + "/audit";

    @Inject
    AuditSweep sweep;

    @AfterEach
    void heal() throws SQLException {
        Trail.execute(
                Database.asSuperuser(),
                "grant insert on audit to connector; grant insert, delete on audit_intent to connector");
        Cognito.reset();
    }

    @Test
    void withoutAnIntentNothingIsDone() throws SQLException {
        String user = newUser();
        deny("insert", "audit_intent");
        Cognito.reset();

        as(Tokens.demo()).post(DEMO + "/users/" + user + "/disable").then().spec(problem(503, "database-unavailable"));

        assertThat(Cognito.calls("AdminDisableUser")).isZero();
        as(Tokens.demo()).get(DEMO + "/users/" + user).then().statusCode(200);
    }

    @Test
    void aRowThatCannotBeWrittenIsMadeUpForAndTheCallerIsToldTheTruth() throws SQLException {
        String user = newUser();
        double failures = Metrics.sum("connector_audit_failures_total");
        deny("insert", "audit");

        as(Tokens.demo()).post(DEMO + "/users/" + user + "/disable").then().statusCode(204);

        assertThat(Metrics.sum("connector_audit_failures_total")).isEqualTo(failures + 1);
        heal();
        assertThat(rowsOf(user)).as("nothing yet").isEmpty();
        sweep.run();
        assertThat(rowsOf(user)).as("it may still be under way").isEmpty();
        assertThat(Metrics.value("connector_audit_intents"))
                .hasValueSatisfying(v -> assertThat(v).isGreaterThanOrEqualTo(1));
        age(user);
        sweep.run();
        assertThat(rowsOf(user))
                .containsEntry("operation", "disableUser")
                .containsEntry("outcome", "unknown")
                .doesNotContainKeys("status", "problem");
        assertThat(Trail.verify(TRAIL, "").getBoolean("ok")).isTrue();
    }

    @Test
    void aSweptIntentMakesOneRowHoweverManyReplicasSweep() throws Exception {
        String user = newUser();
        deny("insert", "audit");
        as(Tokens.demo()).post(DEMO + "/users/" + user + "/disable").then().statusCode(204);
        heal();
        age(user);

        try (var replicas = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                replicas.execute(sweep::run);
            }
        }

        assertThat(Trail.list(TRAIL + "?operation=disableUser&target=" + user).getList("items"))
                .hasSize(1);
    }

    @Test
    void anIntentThatSomebodyHoldsIsPassedOver() throws SQLException {
        String user = newUser();
        deny("insert", "audit");
        as(Tokens.demo()).post(DEMO + "/users/" + user + "/disable").then().statusCode(204);
        heal();
        age(user);
        try (Connection other = Database.asSuperuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from audit_intent where target = 'user:" + user + "' for update");
            sweep.run();
            assertThat(rowsOf(user)).isEmpty();
            other.rollback();
        }
        sweep.run();
        assertThat(rowsOf(user)).containsEntry("outcome", "unknown");
    }

    @Test
    void aCommandThatIsATransactionIsNotCommittedWithoutItsRow() throws SQLException {
        String id = unique("app-");
        String existing = Trail.newApp();
        deny("insert", "audit");

        json(Tokens.platform(), """
                        {"id": "%s", "name": "x", "userPoolId": "us-east-1_demo", "clientIds": ["x"]}""".formatted(id)).post("/v1/apps").then().statusCode(500);
        json(Tokens.platform(), "{\"name\": \"Changed\"}")
                .header("If-Match", "*")
                .patch(existing)
                .then()
                .statusCode(500);
        as(Tokens.platform()).header("If-Match", "*").delete(existing).then().statusCode(500);

        heal();
        as(Tokens.platform()).get("/v1/apps/" + id).then().spec(problem(404, "app-not-found"));
        assertThat(as(Tokens.platform()).get(existing).<String>path("name")).isEqualTo("Test");
    }

    private static void deny(String privilege, String table) throws SQLException {
        Trail.execute(Database.asSuperuser(), "revoke " + privilege + " on " + table + " from connector");
    }

    private static void age(String user) throws SQLException {
        Trail.execute(
                Database.asSuperuser(),
                "update audit_intent set asked_at = asked_at - interval '6 min' where target = 'user:" + user + "'");
    }

    private static Map<String, Object> rowsOf(String user) {
        Map<String, Object> row =
                Trail.list(TRAIL + "?operation=disableUser&target=" + user).getMap("items[0]");
        return row == null ? Map.of() : row;
    }
}
