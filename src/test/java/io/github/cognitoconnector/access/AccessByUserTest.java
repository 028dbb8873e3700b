package io.github.cognitoconnector.access;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/** Who comes in by what Cognito says of him now. */
@QuarkusTest
class AccessByUserTest {

    private static final String DEMO = "/v1/apps/demo/access/evaluate";
    private static final String ADA = "{\"user\": \"ada\"}";

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aMemberComesInAtTwoCallsOfCognito() {
        Members members = Members.inDemoPool();
        String user = members.newUser("demo");
        Cognito.reset();
        members.evaluateUser(user)
                .statusCode(200)
                .body("allowed", equalTo(true))
                .body("user", equalTo(user))
                .body("roles", equalTo(List.of("Guest")))
                .body("matchedGroups", equalTo(List.of("demo")))
                .body("reasons.code", equalTo(List.of("in-allowed-group")));
        assertThat(Cognito.calls("AdminGetUser")).isEqualTo(1);
        assertThat(Cognito.calls("AdminListGroupsForUser")).isEqualTo(1);
        assertThat(Cognito.calls("ListUsers")).isZero();
    }

    @Test
    void groupsOfAllPagesCount() {
        Members members = Members.inDemoPool();
        String user = members.newUser("demo", "demo-admins");
        Cognito.pages("{\"AdminListGroupsForUser\": 1}");
        members.evaluateUser(user)
                .body("roles", equalTo(List.of("Administrator", "User")))
                .body("matchedGroups", equalTo(List.of("demo", "demo-admins")));
    }

    @Test
    void whoIsInNoAllowedGroupStaysOut() {
        Members members = Members.inDemoPool();
        members.evaluateUser(members.newUser())
                .body("allowed", equalTo(false))
                .body("roles", equalTo(List.of()))
                .body("reasons.code", equalTo(List.of("not-in-allowed-group")));
    }

    @Test
    void everybodyComesInWhereNoGroupsAreNamed() {
        Members members = Members.inDemoPool();
        json(Tokens.platform(), "{\"allowedGroups\": []}")
                .header("If-Match", "*")
                .patch(members.app())
                .then()
                .statusCode(200);
        members.evaluateUser(members.newUser())
                .body("allowed", equalTo(true))
                .body("roles", equalTo(List.of("Guest")))
                .body("matchedGroups", equalTo(List.of()))
                .body("reasons.code", equalTo(List.of("every-user-allowed")));
    }

    @Test
    void whoIsDisabledStaysOut() {
        Members members = Members.inDemoPool();
        String user = members.newUser("demo");
        Cognito.sdk().adminDisableUser(r -> r.userPoolId(members.pool()).username(user));
        members.evaluateUser(user)
                .body("allowed", equalTo(false))
                .body("user", equalTo(user))
                .body("reasons.code", equalTo(List.of("user-disabled")));
    }

    @Test
    void nobodyIsAnAnswer() {
        Members.inDemoPool()
                .evaluateUser(unique("nobody-"))
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("user", nullValue())
                .body("reasons.code", equalTo(List.of("user-not-found")));
    }

    @Test
    void takesTheReferencesOfPaths() {
        Members members = Members.inDemoPool();
        String user = members.newUser("demo");
        String email = user + "@example.com";
        setEmail(user, email);
        for (String reference : List.of("username:" + user, "email:" + email)) {
            members.evaluateUser(reference).body("allowed", equalTo(true)).body("user", equalTo(user));
        }
        String other = members.newUser();
        setEmail(other, email);
        members.evaluateUser("email:" + email).spec(problem(409, "ambiguous-user"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                              | 422 | validation-failed | /user
                    {"user": "ada", "token": "x"}   | 422 | validation-failed | /token
                    {"user": null, "token": null}   | 422 | validation-failed | /token
                    {"user": ""}                    | 422 | validation-failed | /user
                    {"user": "a b"}                 | 422 | validation-failed | /user
                    {"user": "sub:"}                | 422 | validation-failed | /user
                    {"token": ""}                   | 422 | validation-failed | /token
                    """)
    void refusesWhatAsksForNobody(String body, int status, String code, String pointer) {
        json(Tokens.demo(), body)
                .post(DEMO)
                .then()
                .spec(problem(status, code))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"user": "ada", "app": "demo"}
                    {"user": 42}
                    [{"user": "ada"}]
                    {"user": "ada", "user": "bob"}
                    """)
    void refusesWhatIsNoRequest(String body) {
        json(Tokens.demo(), body).post(DEMO).then().spec(problem(400, "invalid-request"));
    }

    @Test
    void refusesTooLongATokenWithoutRepeatingIt() {
        json(Tokens.demo(), "{\"token\": \"" + "x".repeat(70_000) + "\"}")
                .post(DEMO)
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/token")));
    }

    @Test
    void refusesWhoMayNot() {
        given().contentType("application/json").body(ADA).post(DEMO).then().spec(problem(401, "unauthenticated"));
        json(Tokens.withScopes("users.write"), ADA)
                .post(DEMO)
                .then()
                .spec(problem(403, "forbidden"))
                .body("detail", equalTo("The permission users.read is missing."));
        json(Tokens.other(), ADA).post(DEMO).then().spec(problem(404, "app-not-found"));
    }

    @Test
    void changesNothingSoThereIsNoDryRun() {
        json(Tokens.demo(), ADA).post(DEMO + "?dryRun=true").then().spec(problem(400, "invalid-request"));
    }

    @ParameterizedTest
    @CsvSource({
        "AdminGetUser, TooManyRequestsException, 429, throttled",
        "AdminListGroupsForUser, HTTP_500, 503, upstream-unavailable"
    })
    void saysThatCognitoFails(String operation, String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"" + operation + "\", \"error\": \"" + error + "\"}]");
        json(Tokens.demo(), ADA).post(DEMO).then().spec(problem(status, code));
    }

    @Test
    void whoIsDeletedMeanwhileIsNobody() {
        Cognito.faults("[{\"operation\": \"AdminListGroupsForUser\", \"error\": \"UserNotFoundException\"}]");
        json(Tokens.demo(), ADA)
                .post(DEMO)
                .then()
                .statusCode(200)
                .body("reasons.code", equalTo(List.of("user-not-found")));
    }

    private static void setEmail(String user, String email) {
        Cognito.sdk()
                .adminUpdateUserAttributes(r -> r.userPoolId(Cognito.DEMO_POOL)
                        .username(user)
                        .userAttributes(AttributeType.builder()
                                .name("email")
                                .value(email)
                                .build()));
    }
}
