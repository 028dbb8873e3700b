package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.security.People.Person;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** What takes rights away takes them at the next request, although tokens go on being good; elsewhere within two seconds. */
@QuarkusTest
class ImmediateEffectTest {

    private static final String POOL = Cognito.DEMO_POOL;
    private static final Duration ELSEWHERE = Duration.ofSeconds(2);

    private UserPoolClientType client = UserPoolClientType.builder().build();
    private String app = "";

    @BeforeEach
    void register() {
        client = Cognito.newClient(POOL);
        app = newApp(client.clientId());
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aClientTakenOffItsApp() {
        Person operator = operator();
        may(operator);
        change("{\"clientIds\": [\"another\"]}");
        isNobody(operator);
        change("{\"clientIds\": [\"" + client.clientId() + "\"]}");
        may(operator);
    }

    @Test
    void permissionsTakenFromAGroup() {
        Person operator = operator();
        may(operator);
        change("{\"operatorGroups\": null}");
        as(operator.token()).get(app + "/users/ada").then().spec(problem(403, "forbidden"));
        change("{\"operatorGroups\": {\"demo-admins\": [\"users.read\"]}}");
        may(operator);
    }

    @Test
    void anotherPoolForTheApp() {
        Person operator = operator();
        may(operator);
        change("{\"userPoolId\": \"" + Cognito.OTHER_POOL + "\"}");
        isNobody(operator);
    }

    @Test
    void theAppRemoved() {
        Person operator = operator();
        may(operator);
        as(Tokens.platform()).header("If-Match", "*").delete(app).then().statusCode(204);
        isNobody(operator);
        as(Tokens.platform()).get(app).then().spec(problem(404, "app-not-found"));
    }

    /** Another replica's writes are somebody else's to this one. */
    @ParameterizedTest
    @ValueSource(strings = {"client_ids = '{another}'", "user_pool_id = 'eu-west-1_other'"})
    void whatAnotherReplicaTakesAway(String change) throws SQLException {
        Person operator = operator();
        may(operator);
        elsewhere("update app set " + change + " where id = '" + id() + "'");
        within(() -> isNobody(operator));
    }

    @Test
    void permissionsThatAnotherReplicaTakesAway() throws SQLException {
        Person operator = operator();
        may(operator);
        elsewhere("update app set operator_groups = '{}' where id = '" + id() + "'");
        within(() -> as(operator.token()).get(app + "/users/ada").then().spec(problem(403, "forbidden")));
    }

    @Test
    void theAppThatAnotherReplicaRemoves() throws SQLException {
        Person operator = operator();
        may(operator);
        elsewhere("delete from app where id = '" + id() + "'");
        within(() -> isNobody(operator));
    }

    @ParameterizedTest
    @CsvSource({"disable, 0", "sign-out, 0", "disable, 25", "sign-out, 25", "disable, -25", "sign-out, -25"})
    void aPersonWhoIsLockedOut(String act, int cognitosClock) {
        Cognito.moveClock(cognitosClock);
        Person operator = operator();
        may(operator);
        as(Tokens.platform())
                .post(app + "/users/" + operator.username() + "/" + act)
                .then()
                .statusCode(204);
        isNobody(operator);
    }

    @Test
    void aPersonWhoIsDeleted() {
        Person operator = operator();
        may(operator);
        as(Tokens.platform())
                .delete(app + "/users/" + operator.username() + "?force=true")
                .then()
                .statusCode(204);
        isNobody(operator);
    }

    @Test
    void aPersonWhoSignsInAgainIsHeardAgain() {
        Person operator = operator();
        as(Tokens.platform())
                .post(app + "/users/" + operator.username() + "/sign-out")
                .then()
                .statusCode(204);
        isNobody(operator);
        Cognito.moveClock(2);
        may(People.signInAgain(operator.username(), client));
        isNobody(operator);
    }

    @Test
    void enablingDoesNotBringTokensBack() {
        Person operator = operator();
        String user = app + "/users/" + operator.username();
        as(Tokens.platform()).post(user + "/disable").then().statusCode(204);
        as(Tokens.platform()).post(user + "/enable").then().statusCode(204);
        isNobody(operator);
        Cognito.moveClock(2);
        may(People.signInAgain(operator.username(), client));
    }

    /** By whatever name he is called. */
    @ParameterizedTest
    @ValueSource(strings = {"username:%s", "sub:%s", "%s"})
    void aPersonByAnyReference(String reference) {
        Person operator = operator();
        may(operator);
        String name = reference.startsWith("sub:") ? subOf(operator) : operator.username();
        as(Tokens.platform())
                .post(app + "/users/" + reference.formatted(name) + "/disable")
                .then()
                .statusCode(204);
        isNobody(operator);
    }

    @Test
    void aLockoutWhoseAnswerIsLost() {
        Person operator = operator();
        may(operator);
        Cognito.faults("[{\"operation\": \"AdminDisableUser\", \"error\": \"BLACKHOLE\", \"afterEffect\": true}]");
        as(Tokens.platform())
                .post(app + "/users/" + operator.username() + "/disable")
                .then()
                .spec(problem(504, "upstream-timeout"));
        isNobody(operator);
    }

    @Test
    void whatCognitoDidNotDoTakesNothingAway() {
        Person operator = operator();
        Cognito.faults("[{\"operation\": \"AdminDisableUser\", \"error\": \"NotAuthorizedException\"}]");
        as(Tokens.platform())
                .post(app + "/users/" + operator.username() + "/disable")
                .then()
                .spec(problem(409, "unsupported-state"));
        may(operator);
    }

    @Test
    void othersKeepTheirs() {
        Person operator = operator();
        Person other = operator();
        as(Tokens.platform())
                .post(app + "/users/" + operator.username() + "/disable")
                .then()
                .statusCode(204);
        may(other);
    }

    @Test
    void aSignOutEndsTheSignInAtCognitoToo() {
        Person operator = operator();
        as(Tokens.platform())
                .post(app + "/users/" + operator.username() + "/sign-out")
                .then()
                .statusCode(204);
        var refresh = Map.of("REFRESH_TOKEN", operator.tokens().refreshToken());
        assertThat(catchThrowable(() -> Cognito.sdk()
                        .initiateAuth(r -> r.clientId(client.clientId())
                                .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                                .authParameters(refresh))))
                .hasMessageContaining("Invalid Refresh Token");
    }

    @Test
    void signOutHasItsRefusals() {
        String nobody = "/v1/apps/demo/users/nobody/sign-out";
        as(Tokens.demo()).post(nobody).then().spec(problem(404, "user-not-found"));
        as(Tokens.withScopes("users.read")).post(nobody).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).post(nobody).then().spec(problem(404, "app-not-found"));
        given().post(nobody).then().spec(problem(401, "unauthenticated"));
        Cognito.faults("[{\"operation\": \"AdminUserGlobalSignOut\", \"error\": \"TooManyRequestsException\"}]");
        as(Tokens.demo()).post("/v1/apps/demo/users/ada/sign-out").then().spec(problem(429, "throttled"));
    }

    private Person operator() {
        return People.newPerson(POOL, client, "demo-admins");
    }

    private void may(Person person) {
        as(person.token()).get(app + "/users/ada").then().statusCode(200);
    }

    private void isNobody(Person person) {
        as(person.token()).get(app + "/users/ada").then().spec(problem(401, "unauthenticated"));
    }

    private void change(String patch) {
        json(Tokens.platform(), patch).header("If-Match", "*").patch(app).then().statusCode(200);
    }

    private String id() {
        return app.substring(app.lastIndexOf('/') + 1);
    }

    private static void within(ThrowingRunnable assertion) {
        await().atMost(ELSEWHERE).untilAsserted(assertion);
    }

    private static void elsewhere(String sql) throws SQLException {
        try (Connection connection = Database.asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static String subOf(Person person) {
        return as(Tokens.platform())
                .get("/v1/apps/demo/users/" + person.username())
                .path("sub");
    }

    private static String newApp(String clientId) {
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"],
                         "operatorGroups": {"demo-admins": ["users.read"]}}""".formatted(id, POOL, clientId))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return "/v1/apps/" + id;
    }
}
