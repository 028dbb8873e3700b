package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.security.People.Person;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Operators who try to get in as somebody who is more than they are. */
@QuarkusTest
class EscalationByDoorsTest {

    private static final String BY_MAIL = "{\"enabled\": [\"EMAIL_OTP\"]}";

    private String pool = "";
    private UserPoolClientType client = UserPoolClientType.builder().build();
    private String app = "";

    @BeforeEach
    void register() {
        pool = Doors.newPool();
        client = Cognito.newClient(pool);
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"], "operatorGroups":
                         {"helpers": ["users.read", "users.write"],
                          "masters": ["users.read", "users.write", "audit.read"]}}""".formatted(id, pool, client.clientId()))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        app = "/v1/apps/" + id + "/users/";
        for (String group : List.of("helpers", "masters")) {
            Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(group));
        }
    }

    @Test
    void theSecondFactorsOfSomebodyWithMoreAreNotHisToWeaken() {
        String helper = People.newPerson(pool, client, "helpers").token();
        Person master = withMail("masters");
        setMfa(Tokens.platform(), master, BY_MAIL).statusCode(204);

        resetMfa(helper, master).spec(problem(403, "forbidden"));
        setMfa(helper, master, "{\"enabled\": []}").spec(problem(403, "forbidden"));
        as(helper).delete(app + master.username() + "/mfa?dryRun=true").then().spec(problem(403, "forbidden"));
        assertThat(factors(master)).containsExactly("EMAIL_OTP");

        Person equal = withMail("helpers");
        setMfa(helper, equal, BY_MAIL).statusCode(204);
        resetMfa(helper, equal).statusCode(204);
        resetMfa(master.token(), master).statusCode(204);
    }

    @Test
    void nobodyLinksHimselfToSomebodyWithMore() {
        String helper = People.newPerson(pool, client, "helpers").token();
        Person master = withMail("masters");
        link(helper, master).spec(problem(403, "forbidden"));
        as(Tokens.platform())
                .get(app + master.username() + "/identities")
                .then()
                .body("items.size()", equalTo(0));
        link(Tokens.platform(), master).statusCode(204);
        as(helper).delete(app + master.username() + "/identities/Google").then().spec(problem(403, "forbidden"));

        link(helper, withMail("helpers")).statusCode(204);
        link(master.token(), master).statusCode(204);
    }

    private Person withMail(String group) {
        Person person = People.newPerson(pool, client, group);
        Cognito.sdk()
                .adminUpdateUserAttributes(r ->
                        r.userPoolId(pool).username(person.username()).userAttributes(Doors.mail(person.username())));
        return person;
    }

    private List<String> factors(Person person) {
        return as(Tokens.platform()).get(app + person.username() + "/mfa").path("enabled");
    }

    private ValidatableResponse setMfa(String token, Person person, String body) {
        return json(token, body).put(app + person.username() + "/mfa").then();
    }

    private ValidatableResponse resetMfa(String token, Person person) {
        return as(token).delete(app + person.username() + "/mfa").then();
    }

    private ValidatableResponse link(String token, Person person) {
        return json(token, "{\"userId\": \"" + unique("id-") + "\"}")
                .put(app + person.username() + "/identities/Google")
                .then();
    }
}
