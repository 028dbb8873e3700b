package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.cognitoconnector.security.People.Person;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Operators who try to become more than they are, or others through them. */
@QuarkusTest
class EscalationTest {

    private String pool = "";
    private UserPoolClientType client = UserPoolClientType.builder().build();
    private String app = "";

    @BeforeEach
    void register() {
        pool = Cognito.newPool(r -> {});
        client = Cognito.newClient(pool);
        app = newApp(pool, client.clientId());
        for (String group : List.of("helpers", "masters", "plain")) {
            Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(group));
        }
    }

    @Test
    void nobodyPutsHimselfOrOthersWhereHeWouldHoldMore() {
        Person helper = helper();
        Person other = People.newPerson(pool, client);
        put(helper.token(), helper.username(), "masters").spec(problem(403, "forbidden"));
        put(helper.token(), other.username(), "masters").spec(problem(403, "forbidden"));
        assertThat(groupsOf(helper)).doesNotContain("masters");
    }

    @Test
    void whatHeHoldsHimselfHeMayGive() {
        Person helper = helper();
        Person other = People.newPerson(pool, client);
        put(helper.token(), other.username(), "plain").statusCode(204);
        put(helper.token(), other.username(), "helpers").statusCode(204);
        put(People.newPerson(pool, client, "masters").token(), other.username(), "masters")
                .statusCode(204);
    }

    @Test
    void nobodyIsCreatedWithMore() {
        Person helper = helper();
        String name = unique("new-");
        json(helper.token(), "{\"username\": \"" + name + "\", \"groups\": [\"plain\", \"masters\"]}")
                .post(app + "/users")
                .then()
                .spec(problem(403, "forbidden"));
        as(Tokens.platform()).get(app + "/users/" + name).then().spec(problem(404, "user-not-found"));
        json(helper.token(), "{\"username\": \"" + name + "\", \"groups\": [\"helpers\"]}")
                .post(app + "/users")
                .then()
                .statusCode(201);
    }

    @Test
    void thePasswordOfSomebodyWithMoreIsNotHisToSet() {
        Person helper = helper();
        Person master = People.newPerson(pool, client, "plain", "masters");
        setPassword(helper.token(), master).spec(problem(403, "forbidden"));
        setPassword(helper.token(), helper()).statusCode(204);
        setPassword(master.token(), master).statusCode(204);
    }

    @Test
    void groupsOfAnotherAppOfThePoolCount() {
        newApp(pool, "stranger", "{\"strangers\": [\"users.read\"]}", true);
        Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName("strangers"));
        Person helper = helper();
        put(helper.token(), helper.username(), "strangers").spec(problem(403, "forbidden"));
        put(Tokens.platform(), helper.username(), "strangers").statusCode(204);
        setPassword(helper.token(), helper).spec(problem(403, "forbidden"));
    }

    @Test
    void aGroupThatCarriesMoreIsNotHisToChangeOrDelete() {
        Person helper = helper();
        json(helper.token(), "{\"precedence\": 1}")
                .patch(app + "/groups/masters")
                .then()
                .spec(problem(403, "forbidden"));
        as(helper.token()).delete(app + "/groups/masters?force=true").then().spec(problem(403, "forbidden"));
        json(helper.token(), "{\"precedence\": 1}")
                .patch(app + "/groups/helpers")
                .then()
                .statusCode(200);
        as(helper.token()).delete(app + "/groups/plain").then().statusCode(204);
    }

    /** Whoever makes a group anew under the name of one that carries more has nothing of it. */
    @Test
    void aGroupMadeAnewCarriesNoMoreToHim() {
        Person helper = helper();
        as(Tokens.platform()).delete(app + "/groups/masters").then().statusCode(204);
        json(helper.token(), "{\"name\": \"masters\"}")
                .post(app + "/groups")
                .then()
                .statusCode(201);
        put(helper.token(), helper.username(), "masters").spec(problem(403, "forbidden"));
    }

    @Test
    void aPersonGivesNoIamRole() {
        String role = "\"roleArn\": \"arn:aws:iam::123456789012:role/editors\"";
        Person helper = helper();
        json(helper.token(), "{\"name\": \"roles\", " + role + "}")
                .post(app + "/groups")
                .then()
                .spec(problem(403, "forbidden"));
        json(helper.token(), "{" + role + "}")
                .patch(app + "/groups/plain")
                .then()
                .spec(problem(403, "forbidden"));
        json(Tokens.platform(), "{" + role + "}")
                .patch(app + "/groups/plain")
                .then()
                .statusCode(200);
        json(helper.token(), "{\"description\": \"as it was\", " + role + "}")
                .patch(app + "/groups/plain")
                .then()
                .statusCode(200);
    }

    @Test
    void anAppMayAllowIt() {
        Person helper = helper();
        json(Tokens.platform(), "{\"preventEscalation\": false}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
        put(helper.token(), helper.username(), "masters").statusCode(204);
        setPassword(helper.token(), People.newPerson(pool, client, "masters")).statusCode(204);
    }

    @Test
    void isPreventedUnlessSaidOtherwise() {
        as(Tokens.platform()).get(app).then().body("preventEscalation", is(true));
    }

    /** Where no app of the pool has operators, nobody is looked at. */
    @Test
    void costsNothingWithoutOperators() {
        String quiet = Cognito.newPool(r -> {});
        String quietApp = newApp(quiet, "client", "{}", true);
        Cognito.sdk().adminCreateUser(r -> r.userPoolId(quiet).username("ada"));
        Cognito.reset();
        json(Tokens.platform(), "{\"password\": \"Correct-Horse-42\"}")
                .put(quietApp + "/users/ada/password")
                .then()
                .statusCode(204);
        assertThat(Cognito.calls("AdminListGroupsForUser")).isZero();
    }

    private Person helper() {
        return People.newPerson(pool, client, "helpers");
    }

    private ValidatableResponse put(String token, String username, String group) {
        return as(token).put(app + "/users/" + username + "/groups/" + group).then();
    }

    private ValidatableResponse setPassword(String token, Person person) {
        return json(token, "{\"password\": \"Correct-Horse-42\", \"permanent\": true}")
                .put(app + "/users/" + person.username() + "/password")
                .then();
    }

    private List<String> groupsOf(Person person) {
        return as(Tokens.platform())
                .get(app + "/users/" + person.username() + "/groups")
                .path("items.name");
    }

    private static String newApp(String pool, String clientId) {
        return newApp(pool, clientId, """
                {"helpers": ["users.read", "users.write", "groups.write"],
                 "masters": ["users.read", "users.write", "groups.write", "audit.read"]}""", true);
    }

    private static String newApp(String pool, String clientId, String operatorGroups, boolean prevent) {
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"], "operatorGroups": %s,
                         "preventEscalation": %s}""".formatted(id, pool, clientId, operatorGroups, prevent))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return "/v1/apps/" + id;
    }
}
