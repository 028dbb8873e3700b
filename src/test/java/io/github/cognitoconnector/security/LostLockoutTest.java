package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.security.People.Person;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever was disabled by a row whose replica then died is found disabled, and his tokens would go on being good here. */
@QuarkusTest
class LostLockoutTest {

    private static final String REGISTRATION =
            "\"name\": \"Lockouts\", \"operatorGroups\": {\"helpers\": [\"jobs.read\"]}";

    private OwnApp app = OwnApp.NONE;

    @BeforeEach
    void plant() {
        app = OwnApp.register(REGISTRATION, pool -> {});
        app.newGroup("helpers");
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "upsert", "sync"})
    void whoWasDisabledUnheardIsLockedOutHereToo(String kind) {
        Person helper = People.newPerson(app.pool(), app.web(), "helpers");
        may(helper);
        Cognito.faults("[{\"operation\": \"AdminDisableUser\", \"error\": \"HTTP_500\", \"afterEffect\": true}]");
        String id = Jobs.started(disabling(kind, helper));
        await().until(() -> app.users().contains(helper.username() + " disabled"));
        command(id, "pause");
        Jobs.rest(id);
        Cognito.reset();
        Database.execute("delete from revocation where user_pool_id = '" + app.pool() + "'");
        await().untilAsserted(() -> may(helper));

        command(id, "resume");
        Jobs.ended(Tokens.platform(), id);
        assertThat(Jobs.outcomes(Tokens.platform(), id)).containsExactly("1 " + helper.username() + " updated");
        isNobody(helper);
    }

    /** Nobody is locked out by a row that finds nothing to do. */
    @Test
    void whoWasDisabledByOthersIsLeftAsHeIs() {
        Person helper = People.newPerson(app.pool(), app.web(), "helpers");
        Cognito.sdk().adminDisableUser(r -> r.userPoolId(app.pool()).username(helper.username()));
        String id = Jobs.started(disabling("bulk", helper));
        Jobs.ended(Tokens.platform(), id);
        assertThat(Jobs.outcomes(Tokens.platform(), id)).containsExactly("1 " + helper.username() + " unchanged");
        may(helper);
    }

    private Response disabling(String kind, Person person) {
        String name = person.username();
        return switch (kind) {
            case "bulk" ->
                json(Tokens.platform(), "{\"operations\": [{\"op\": \"disableUser\", \"user\": \"" + name + "\"}]}")
                        .post(app.path() + "/bulk");
            case "upsert" -> imported("?mode=upsert", "username,enabled\n" + name + ",false\n");
            default -> imported("?mode=sync&maxDeletes=1", "username\n");
        };
    }

    private Response imported(String query, String file) {
        return Jobs.upload(Tokens.platform(), app.path(), query, Jobs.CSV, file);
    }

    private static void command(String id, String command) {
        as(Tokens.platform()).post("/v1/jobs/" + id + "/" + command).then().statusCode(200);
    }

    private void may(Person person) {
        as(person.token()).get(app.path() + "/jobs").then().statusCode(200);
    }

    private void isNobody(Person person) {
        as(person.token()).get(app.path() + "/jobs").then().spec(problem(401, "unauthenticated"));
    }
}
