package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The audit trail as callers read it, and as somebody with the keys to the database finds it. */
final class Trail {

    static final String PLATFORM = "/v1/audit";

    private Trail() {}

    /** The rows of one request, which its trace names. */
    static List<Map<String, Object>> of(String trail, Response answered) {
        String trace = JsonPath.from(answered.asString()).getString("traceId");
        return list(trail).getList("items.findAll { it.traceId == '" + trace + "' }");
    }

    /** The newest rows; the path may have a query. */
    static JsonPath list(String path) {
        return as(Tokens.platform()).get(path).then().statusCode(200).extract().jsonPath();
    }

    static JsonPath verify(String trail, String query) {
        return list(trail + "/verify" + query);
    }

    /** A new app of the demo pool; the path of it. */
    static String newApp() {
        return "/v1/apps/" + register(unique("app-"));
    }

    static String register(String id) {
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["trailclient"]}""".formatted(id, Cognito.DEMO_POOL))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return id;
    }

    /** Rows of the app's chain, one for each, that are there for being looked at. */
    static void mutate(String app, int times) {
        for (int i = 0; i < times; i++) {
            as(Tokens.platform())
                    .put(app + "/users/nobody-" + i + "/groups/demo")
                    .then()
                    .statusCode(404);
        }
    }

    /** As the server's own user; the trigger stays out of it, as its owner could have it. */
    static void tamper(String sql) throws SQLException {
        execute(Database.asSuperuser(), "set session_replication_role = replica; " + sql);
    }

    static void execute(Connection as, String sql) throws SQLException {
        try (as;
                Statement statement = as.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(String sql) throws SQLException {
        try (Connection connection = Database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** Until somebody waits for a lock in the database. */
    static void awaitLockWaiters() {
        Awaitility.await()
                .until(() -> !ask("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .equals("0"));
    }
}
