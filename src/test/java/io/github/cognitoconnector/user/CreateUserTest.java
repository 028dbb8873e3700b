package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

@QuarkusTest
class CreateUserTest {

    private static final String USERS = DEMO + "/users";

    @Test
    void createsAUserWhoCanSignInAndIsAskedForANewPassword() {
        String name = unique("user-");
        String group = newGroup();
        ValidatableResponse created = create("""
                        {"username": "%s", "groups": ["%s"],
                         "attributes": {"email": "%s@example.com", "email_verified": "true"}}""".formatted(name, group, name))
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Location", equalTo(USERS + "/" + name))
                .header("Cache-Control", "no-store")
                .body("status", equalTo("FORCE_CHANGE_PASSWORD"))
                .body("enabled", equalTo(true))
                .body("attributes.email", equalTo(name + "@example.com"))
                .body("groups", equalTo(List.of(group)));
        String password = created.extract().path("temporaryPassword");
        assertThat(password)
                .hasSizeGreaterThanOrEqualTo(12)
                .matches(".*\\d.*")
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*");

        String client = Cognito.newClient(Cognito.DEMO_POOL).clientId();
        var signIn = Cognito.sdk()
                .initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", name, "PASSWORD", password)));
        assertThat(signIn.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);

        as(Tokens.demo())
                .get(USERS + "/" + name)
                .then()
                .statusCode(200)
                .header("ETag", created.extract().header("ETag"))
                .body("temporaryPassword", nullValue());
    }

    @Test
    void sendsNoMessageUnlessAsked() {
        String quiet = unique("user-");
        String asked = unique("user-");
        String attributes = "\"attributes\": {\"email\": \"%s@example.com\", \"email_verified\": \"true\"}";
        create("{\"username\": \"" + quiet + "\", " + attributes.formatted(quiet) + "}")
                .statusCode(201);
        create("{\"username\": \"" + asked + "\", \"messageAction\": \"SEND\", \"deliveryMediums\": [\"EMAIL\"], "
                        + attributes.formatted(asked) + "}")
                .statusCode(201);
        given().get(Cognito.endpoint() + "/_control/messages")
                .then()
                .body(containsString(asked + "@example.com"))
                .body(not(containsString(quiet + "@example.com")));
    }

    @Test
    void keepsAPasswordThatWasGivenAndDoesNotRepeatIt() {
        create("{\"username\": \"" + unique("user-") + "\", \"temporaryPassword\": \"Given-Pass-1\"}")
                .statusCode(201)
                .body(not(containsString("Given-Pass-1")))
                .body("temporaryPassword", nullValue());
    }

    @Test
    void refusesATakenUsername() {
        String body = "{\"username\": \"" + unique("user-") + "\"}";
        create(body).statusCode(201);
        create(body)
                .spec(problem(409, "user-exists"))
                .body("errors.pointer", equalTo(List.of("/username")))
                .body("upstream.code", equalTo("UsernameExistsException"));
    }

    @Test
    void refusesUnknownGroupsBeforeAnythingIsMade() {
        String name = unique("user-");
        create("{\"username\": \"" + name + "\", \"groups\": [\"demo\", \"no-1\", \"no-2\"]}")
                .spec(problem(422, "invalid-group"))
                .body("errors.pointer", containsInAnyOrder("/groups/1", "/groups/2"));
        as(Tokens.demo()).get(USERS + "/" + name).then().spec(problem(404, "user-not-found"));
    }

    @Test
    void refusesUnknownAttributesAllAtOnce() {
        create("{\"username\": \"x\", \"attributes\": {\"custom:a/b\": \"1\", \"sub\": \"2\", \"email\": \"a@b.c\"}}")
                .spec(problem(422, "invalid-attribute"))
                .body("errors.pointer", containsInAnyOrder("/attributes/custom:a~1b", "/attributes/sub"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | 400 | invalid-request",
                "[] | 400 | invalid-request",
                "null | 400 | invalid-request",
                "{} {} | 400 | invalid-request",
                "{\"username\": \"a\", \"username\": \"b\"} | 400 | invalid-request",
                "{\"nonsense\": 1} | 400 | invalid-request",
                "{\"username\": 5} | 400 | invalid-request",
                "{\"username\": \"a\\ud800\"} | 400 | invalid-request",
                "{\"username\": \"a\", \"attributes\": {\"name\": \"\\udc00b\"}} | 400 | invalid-request",
                "{\"username\": \"a\", \"groups\": [\"\\ud83d\"]} | 400 | invalid-request",
                "{\"username\": [\"a\"]} | 400 | invalid-request",
                "{\"attributes\": {\"name\": 5}} | 400 | invalid-request",
                "{\"messageAction\": \"SHOUT\"} | 400 | invalid-request",
                "{\"messageAction\": 0} | 400 | invalid-request",
                "{} | 422 | validation-failed",
                "{\"username\": \"\"} | 422 | validation-failed",
                "{\"username\": \"a b\"} | 422 | validation-failed",
                "{\"username\": \"a\\u0000b\"} | 422 | validation-failed",
                "{\"username\": \"a\", \"attributes\": {\"name\": null}} | 422 | validation-failed",
                "{\"username\": \"a\", \"groups\": [null]} | 422 | validation-failed",
                "{\"username\": \"a\", \"groups\": [\"a b\"]} | 422 | validation-failed",
                "{\"username\": \"a\", \"temporaryPassword\": \"short\"} | 422 | validation-failed",
                "{\"username\": \"a\", \"temporaryPassword\": \"alllowercase\"} | 422 | invalid-password"
            })
    void refusesWhatIsNoUser(String body, int status, String code) {
        create(body).spec(problem(status, code)).body(not(containsString("io.github")));
    }

    @Test
    void refusesOneCharacterTooMany() {
        create("{\"username\": \"" + "a".repeat(129) + "\"}").spec(problem(422, "validation-failed"));
        create("{\"username\": \"x\", \"attributes\": {\"name\": \"" + "a".repeat(2049) + "\"}}")
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/attributes/name")));
    }

    @Test
    void refusesAnotherMediaTypeAndALargeBody() {
        as(Tokens.demo())
                .contentType("text/plain")
                .body("x")
                .post(USERS)
                .then()
                .spec(problem(415, "unsupported-media-type"));
        create("{\"username\": \"" + "a".repeat(1024 * 1024) + "\"}").spec(problem(413, "content-too-large"));
    }

    @Test
    void poolsOfEmailAddressesNeedNoUsernameAndHoldTheDomain() {
        String pool = Cognito.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        String app = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["client"],
                         "allowedEmailDomains": ["example.com"]}""".formatted(app, pool))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        String users = "/v1/apps/" + app + "/users";
        json(Tokens.platform(), "{\"attributes\": {\"email\": \"ada@EXAMPLE.com\"}}")
                .post(users)
                .then()
                .statusCode(201)
                .body("username", not("ada@EXAMPLE.com"));
        json(Tokens.platform(), "{\"attributes\": {\"name\": \"Ada\"}}")
                .post(users)
                .then()
                .spec(problem(422, "validation-failed"));
        for (String body : List.of(
                "{\"attributes\": {\"email\": \"eve@evil.com\"}}", "{\"username\": \"eve@example.com.evil.com\"}")) {
            json(Tokens.platform(), body).post(users).then().spec(problem(422, "email-domain-not-allowed"));
        }
    }

    @Test
    void aPoolThatDoesNotExistIsAnUpstreamFailure() {
        String app = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "us-east-1_None", "clientIds": ["client"]}""".formatted(app)).post("/v1/apps").then().statusCode(201);
        json(Tokens.platform(), "{\"username\": \"x\"}")
                .post("/v1/apps/" + app + "/users")
                .then()
                .spec(problem(502, "upstream-failed"))
                .body("upstream.code", equalTo("ResourceNotFoundException"));
    }

    @Test
    void needsTokenPermissionAndApp() {
        given().contentType(ContentType.JSON).body("{}").post(USERS).then().spec(problem(401, "unauthenticated"));
        json(Tokens.withScopes("users.read"), "{}").post(USERS).then().spec(problem(403, "forbidden"));
        json(Tokens.other(), "{}").post(USERS).then().spec(problem(404, "app-not-found"));
    }

    private static ValidatableResponse create(String body) {
        return json(Tokens.demo(), body).post(USERS).then();
    }
}
