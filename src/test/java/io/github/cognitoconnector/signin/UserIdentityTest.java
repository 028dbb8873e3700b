package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.Federation;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserIdentityTest {

    private static final String LINK = "AdminLinkProviderForUser";
    private static final String UNLINK = "AdminDisableProviderForUser";
    private static final String ID = "{\"userId\": \"112233\"}";

    private PoolApp app = new PoolApp(new FactorPool(PoolApp.COGNITO, "", ""), "");
    private String name = "";
    private String user = "";

    @BeforeEach
    void register() {
        app = PoolApp.on(FactorPool.create(PoolApp.COGNITO, r -> {}));
        Federation.in(app.pool());
        name = app.pool().user();
        user = app.user(name);
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void linksListsAndUnlinks() {
        list(user).body("items", empty()).header("Cache-Control", "no-store");
        link(user, "Google", ID).statusCode(204);
        list(user)
                .body("items", hasSize(1))
                .body("items[0].providerName", equalTo("Google"))
                .body("items[0].providerType", equalTo("Google"))
                .body("items[0].userId", equalTo("112233"))
                .body("items[0].primary", equalTo(false))
                .body("items[0].createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        String himself = app.user(app.arrival("112233"));
        as(Tokens.platform()).get(himself).then().spec(problem(404, "user-not-found"));

        unlink(user, "Google").statusCode(204);
        list(user).body("items", empty());
    }

    @Test
    void repeatsChangeNothing() {
        link(user, "Google", ID).statusCode(204);
        link(user, "Google", ID).statusCode(204);
        assertThat(Cognito.calls(LINK)).isOne();
        list(user).body("items", hasSize(1));
        unlink(user, "Google").statusCode(204);
        unlink(user, "Google").statusCode(204);
        unlink(user, "Corporate").statusCode(204);
        unlink(user, "Nowhere").statusCode(204);
        assertThat(Cognito.calls(UNLINK)).isOne();
    }

    @Test
    void allUsersOfAProviderAreUnlinked() {
        link(user, "Google", "{\"userId\": \"1\"}").statusCode(204);
        link(user, "Google", "{\"userId\": \"2\"}").statusCode(204);
        link(user, "Corporate", "{\"userId\": \"3\"}").statusCode(204);
        unlink(user, "Google").statusCode(204);
        list(user).body("items.userId", contains("3")).body("items.providerType", contains("SAML"));
    }

    @Test
    void listsComeInPages() {
        link(user, "Google", "{\"userId\": \"1\"}").statusCode(204);
        link(user, "Google", "{\"userId\": \"2\"}").statusCode(204);
        link(user, "Google", "{\"userId\": \"3\"}").statusCode(204);
        String cursor = as(Tokens.platform())
                .get(user + "/identities?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("nextCursor");
        String next = user + "/identities?limit=2&cursor=" + cursor;
        as(Tokens.platform())
                .get(next)
                .then()
                .body("items.userId", contains("3"))
                .body("nextCursor", nullValue());
        unlink(user, "Google").statusCode(204);
        as(Tokens.platform()).get(next).then().body("items", empty()).body("nextCursor", nullValue());
        as(Tokens.platform())
                .get(app.newUser() + "/identities?cursor=" + cursor)
                .then()
                .spec(problem(400, "invalid-cursor"));
    }

    @Test
    void aDryRunWritesNothing() {
        dryLink(ID)
                .body("plan", contains(Map.of("operation", LINK, "user", name)))
                .body("warnings", hasSize(1));
        dryUnlink().body("plan", empty());
        list(user).body("items", empty());
        link(user, "Google", ID).statusCode(204);
        dryLink(ID).body("plan", empty()).body("warnings", empty());
        dryUnlink().body("plan", contains(Map.of("operation", UNLINK, "user", name)));
        list(user).body("items", hasSize(1));
    }

    @Test
    void linksFiveAtMost() {
        for (int i = 1; i <= 5; i++) {
            link(user, "Google", "{\"userId\": \"" + i + "\"}").statusCode(204);
        }
        link(user, "Google", "{\"userId\": \"6\"}")
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("Take one away first"));
        json(Tokens.platform(), "{\"userId\": \"6\"}")
                .put(user + "/identities/Google?dryRun=true")
                .then()
                .spec(problem(409, "unsupported-state"));
        link(user, "Google", "{\"userId\": \"5\"}").statusCode(204);
    }

    @Test
    void somebodyElsesIsNotLinked() {
        link(app.newUser(), "Google", ID).statusCode(204);
        link(user, "Google", ID)
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("Take that link away first"))
                .body("upstream.code", equalTo("AliasExistsException"));
    }

    @Test
    void whoIsAUserHimselfIsNotLinked() {
        app.arrival("112233");
        link(user, "Google", ID)
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("Delete that user first"));
        list(user).body("items", empty());
    }

    @Test
    void aUserWhoCameThroughAProviderIsLinkedToo() {
        String federated = app.user(app.arrival("112233"));
        link(federated, "Corporate", "{\"userId\": \"carol\"}").statusCode(204);
        list(federated)
                .body("items.find { it.primary }.userId", equalTo("112233"))
                .body("items.find { !it.primary }.userId", equalTo("carol"));
        unlink(federated, "Google")
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("disable or delete the user"));
        as(Tokens.platform()).get(federated).then().body("enabled", equalTo(true));
        unlink(federated, "Corporate").statusCode(204);
        list(federated).body("items.userId", contains("112233"));
    }

    @Test
    void aLinkByAnotherAttributeIsTakenAwayByIt() {
        link(user, "Corporate", "{\"userId\": \"carol@example.com\", \"attributeName\": \"email\"}")
                .statusCode(204);
        unlink(user, "Corporate")
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("as attributeName"));
        list(user).body("items", hasSize(1));
        unlink(user, "Corporate?attributeName=email").statusCode(204);
        list(user).body("items", empty());
    }

    @Test
    void refusesProvidersThatThePoolDoesNotHave() {
        link(user, "Facebook", ID)
                .spec(problem(404, "not-found"))
                .body("detail", containsString("no identity provider of this name"));
        for (String own : new String[] {"Cognito", "cognito"}) {
            link(user, own, "{\"userId\": \"" + name + "\"}").spec(problem(404, "not-found"));
            unlink(user, own).spec(problem(404, "not-found"));
        }
        assertThat(app.pool().signIn(name).authenticationResult()).isNotNull();
        link(user, "a".repeat(33), ID).spec(problem(400, "invalid-path"));
        unlink(user, "a%01b").spec(problem(400, "invalid-path"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                          | 422 | validation-failed | /userId
                    {"userId": ""}                              | 422 | validation-failed | /userId
                    {"userId": "1\\u0000"}                      | 422 | validation-failed | /userId
                    {"userId": "1", "attributeName": ""}        | 422 | validation-failed | /attributeName
                    {"userId": "1", "attributeName": "email"}   | 422 | validation-failed | /attributeName
                    {"userId": 1}                               | 400 | invalid-request   | /userId
                    {"userId": "1", "name": "x"}                | 400 | invalid-request   | /name
                    """)
    void refusesWhatIsNoLink(String body, int status, String code, String pointer) {
        link(user, "Google", body).spec(problem(status, code)).body("errors.pointer", contains(pointer));
        list(user).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {LINK, UNLINK})
    void aLostReplyIsNoFailure(String operation) {
        if (operation.equals(UNLINK)) {
            link(user, "Google", ID).statusCode(204);
        }
        Cognito.faults(
                "[{\"operation\": \"" + operation + "\", \"error\": \"RESET\", \"afterEffect\": true, \"times\": 1}]");
        ValidatableResponse answer = operation.equals(LINK) ? link(user, "Google", ID) : unlink(user, "Google");
        answer.statusCode(204);
        assertThat(Cognito.calls(operation)).isGreaterThan(1);
        list(user).body("items", hasSize(operation.equals(LINK) ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({
        "AdminGetUser, InternalErrorException, 503, upstream-unavailable",
        LINK + ", InvalidParameterException, 422, validation-failed",
        LINK + ", LimitExceededException, 409, unsupported-state",
        LINK + ", AccessDeniedException, 502, credentials-rejected",
        LINK + ", InternalErrorException, 503, upstream-unavailable"
    })
    void saysWhatCognitoSays(String operation, String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"" + operation + "\", \"error\": \"" + error + "\"}]");
        link(user, "Google", ID).spec(problem(status, code));
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidParameterException, 422, validation-failed",
        "ResourceNotFoundException, 404, not-found",
        "InternalErrorException, 503, upstream-unavailable"
    })
    void saysWhatCognitoSaysOfUnlinking(String error, int status, String code) {
        link(user, "Google", ID).statusCode(204);
        Cognito.faults("[{\"operation\": \"" + UNLINK + "\", \"error\": \"" + error + "\"}]");
        unlink(user, "Google").spec(problem(status, code));
    }

    @Test
    void refusesWhoMayNot() {
        String path = DEMO + "/users/ada/identities";
        String google = path + "/Google";
        given().get(path).then().spec(problem(401, "unauthenticated"));
        given().contentType("application/json").body(ID).put(google).then().spec(problem(401, "unauthenticated"));
        given().delete(google).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.write")).get(path).then().spec(problem(403, "forbidden"));
        json(Tokens.withScopes("users.read"), ID).put(google).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("users.read")).delete(google).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(path).then().spec(problem(404, "app-not-found"));
        json(Tokens.other(), ID).put(google).then().spec(problem(404, "app-not-found"));
        as(Tokens.other()).delete(google).then().spec(problem(404, "app-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "username:nobody", "email:nobody@example.com"})
    void refusesUsersWhoAreNotThere(String nobody) {
        String path = app.user(nobody);
        as(Tokens.platform()).get(path + "/identities").then().spec(problem(404, "user-not-found"));
        link(path, "Google", ID).spec(problem(404, "user-not-found"));
        unlink(path, "Google").spec(problem(404, "user-not-found"));
    }

    @Test
    void takesEveryNameOfAUser() {
        String email = unique("mail-") + "@example.com";
        String path = app.newUser(PoolApp.attribute("email", email));
        String sub = as(Tokens.platform()).get(path).path("sub");
        for (String named : new String[] {sub, "sub:" + sub, "email:" + email}) {
            link(app.user(named), "Google", ID).statusCode(204);
            list(path).body("items", hasSize(1));
            unlink(app.user(named), "Google").statusCode(204);
            list(path).body("items", empty());
        }
    }

    private ValidatableResponse dryLink(String body) {
        return json(Tokens.platform(), body)
                .put(user + "/identities/Google?dryRun=true")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse dryUnlink() {
        return as(Tokens.platform())
                .delete(user + "/identities/Google?dryRun=true")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String user) {
        return as(Tokens.platform()).get(user + "/identities").then().statusCode(200);
    }

    private static ValidatableResponse link(String user, String provider, String body) {
        return json(Tokens.platform(), body)
                .put(user + "/identities/" + provider)
                .then();
    }

    private static ValidatableResponse unlink(String user, String provider) {
        return as(Tokens.platform()).delete(user + "/identities/" + provider).then();
    }
}
