package io.github.cognitoconnector.signup;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

/** Visitors who sign themselves up, and what keeps them from it. */
@QuarkusTest
class SignUpTest {

    @BeforeEach
    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void aVisitorSignsUpConfirmsAndIsInTheDefaultGroups() {
        Visitors visitors = Visitors.of(r -> {}, "\"defaultGroups\": [\"shoppers\", \"readers\"]");
        String name = unique("v/ä");
        String location = visitors.signUp(name)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("id", equalTo(name))
                .body("deliveryMedium", equalTo("EMAIL"))
                .body("expiresAt", notNullValue())
                .body("size()", equalTo(3))
                .extract()
                .header("Location");
        assertThat(location).isEqualTo(visitors.path() + "/" + RawHttp.encoded(name));
        visitors.user(name).body("status", equalTo("UNCONFIRMED"));
        visitors.groups(name).body("items", equalTo(List.of()));

        json(Tokens.platform(), "{\"code\": \"" + visitors.code(name) + "\"}")
                .post(location + "/confirm")
                .then()
                .statusCode(204);
        visitors.user(name).body("status", equalTo("CONFIRMED")).body("attributes.email_verified", equalTo("true"));
        visitors.groups(name).body("items.name.sort()", equalTo(List.of("readers", "shoppers")));
    }

    /** The demo app's one client has a secret. */
    @Test
    void aClientWithASecretProvesItself() {
        String name = unique("secret-");
        json(Tokens.demo(), Visitors.body(name)).post(DEMO + "/signups").then().statusCode(201);
        as(Tokens.demo()).post(DEMO + "/signups/" + name + "/resend").then().statusCode(204);
        json(Tokens.demo(), "{\"code\": \"" + Cognito.code(Visitors.email(name)) + "\"}")
                .post(DEMO + "/signups/" + name + "/confirm")
                .then()
                .statusCode(204);
        as(Tokens.demo()).get(DEMO + "/users/" + name).then().body("status", equalTo("CONFIRMED"));
    }

    @Test
    void theFirstClientWithoutASecretIsTaken() {
        Visitors visitors = Visitors.of(r -> {}, "");
        String secret = Cognito.sdk()
                .createUserPoolClient(r -> r.userPoolId(visitors.pool())
                        .clientName("server")
                        .generateSecret(true)
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)
                        .writeAttributes("name"))
                .userPoolClient()
                .clientId();
        visitors.change("{\"clientIds\": [\"gone\", \"" + secret + "\", \"" + visitors.client() + "\"]}");
        String name = unique("v-");
        visitors.signUp(name).statusCode(201);
        // the one that is asked for may write less
        visitors.signUp(Visitors.body(unique("v-"), "\"clientId\": \"" + secret + "\""), 422)
                .spec(problem(422, "invalid-attribute"))
                .body("errors.pointer", equalTo(List.of("/attributes/email")));
        visitors.signUp(Visitors.body(unique("v-"), "\"clientId\": \"gone\""), 409)
                .spec(problem(409, "unsupported-state"));
        visitors.signUp(Visitors.body(unique("v-"), "\"clientId\": \"foreign\""), 422)
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/clientId")));
        visitors.change("{\"clientIds\": [\"gone\"]}");
        visitors.signUp(unique("v-")).spec(problem(409, "unsupported-state"));
    }

    @Test
    void anAddressStandsForTheUsernameWhereUsersSignInByIt() {
        Visitors visitors =
                Visitors.of(r -> r.usernameAttributesWithStrings("email"), "\"defaultGroups\": [\"shoppers\"]");
        String email = unique("v-") + "@example.com";
        visitors.signUp("{\"password\": \"Correct-Horse-42\", \"attributes\": {\"email\": \"" + email + "\"}}", 201)
                .body("id", equalTo(email));
        visitors.confirm(email, Cognito.code(email)).statusCode(204);
        visitors.groups("email:" + email).body("items.name", equalTo(List.of("shoppers")));
        visitors.signUp("""
                        {"username": "a@example.com", "password": "Correct-Horse-42",
                         "attributes": {"email": "b@example.com"}}""", 422).body("errors.pointer", equalTo(List.of("/attributes/email")));
        visitors.signUp("{\"password\": \"Correct-Horse-42\", \"attributes\": {\"name\": \"A\"}}", 422)
                .body("errors.pointer", equalTo(List.of("/username")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"attributes": {"email": "a@example.com"}, "username": "a"}                                            | 422 | validation-failed | /password
                    {"password": "Correct-Horse-42", "username": "a"}                                                      | 422 | validation-failed | /attributes
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@example.com"}}                             | 422 | validation-failed | /username
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@example.com"}, "username": "a b"}          | 422 | validation-failed | /username
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@example.com"}, "username": ".."}           | 422 | validation-failed | /username
                    {"password": "Correct-Horse-42", "attributes": {}, "username": "a"}                                    | 422 | validation-failed | /attributes/email
                    {"password": "Correct-Horse-42", "attributes": {"email": " "}, "username": "a"}                        | 422 | validation-failed | /attributes/email
                    {"password": "no-upper-case-42", "attributes": {"email": "a@example.com"}, "username": "a"}            | 422 | invalid-password  | /password
                    {"password": "NO-LOWER-CASE-42", "attributes": {"email": "a@example.com"}, "username": "a"}            | 422 | invalid-password  | /password
                    {"password": "No-Numbers-Here", "attributes": {"email": "a@example.com"}, "username": "a"}             | 422 | invalid-password  | /password
                    {"password": "NoSymbols42", "attributes": {"email": "a@example.com"}, "username": "a"}                 | 422 | invalid-password  | /password
                    {"password": "Sh-0rt!", "attributes": {"email": "a@example.com"}, "username": "a"}                     | 422 | invalid-password  | /password
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@example.com", "x": "y"}, "username": "a"}  | 422 | invalid-attribute | /attributes/x
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@example.com", "sub": "y"}, "username": "a"} | 422 | invalid-attribute | /attributes/sub
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@b.c", "email_verified": "true"}, "username": "a"} | 422 | invalid-attribute | /attributes/email_verified
                    {"password": "Correct-Horse-42", "attributes": {"email": 1}, "username": "a"}                          | 400 | invalid-request   | /attributes/email
                    {"password": "Correct-Horse-42", "attributes": {"email": "a@example.com"}, "username": "a", "groups": []} | 400 | invalid-request | /groups
                    """)
    void refusesWhatIsNoSignUp(String body, int status, String code, String pointer) {
        json(Tokens.demo(), body)
                .post(DEMO + "/signups")
                .then()
                .spec(problem(status, code))
                .body("errors.pointer", hasItem(pointer));
        assertThat(Cognito.calls("SignUp")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signups", "/signups/ada/confirm", "/signups/ada/resend"})
    void anAppThatDoesNotAllowItSaysSo(String path) {
        Visitors visitors = Visitors.of(r -> {}, "");
        visitors.change("{\"selfSignUp\": null}");
        json(Tokens.platform(), path.endsWith("confirm") ? "{\"code\": \"1\"}" : Visitors.body("ada"))
                .post(visitors.app() + path)
                .then()
                .spec(problem(409, "unsupported-state"));
        assertThat(Cognito.calls("SignUp") + Cognito.calls("ConfirmSignUp")).isZero();
    }

    @Test
    void aPoolThatDoesNotAllowItSaysSo() {
        Visitors closed = Visitors.of(r -> r.adminCreateUserConfig(c -> c.allowAdminCreateUserOnly(true)), "");
        closed.signUp(unique("v-")).spec(problem(409, "unsupported-state"));
        Visitors silent = Visitors.of(r -> r.autoVerifiedAttributesWithStrings(List.of()), "");
        silent.signUp(unique("v-")).spec(problem(409, "unsupported-state"));
        assertThat(Cognito.calls("SignUp")).isZero();
    }

    @Test
    void whatThePoolRequiresIsNotLeftOut() {
        Visitors visitors = Visitors.of(
                r -> r.schema(SchemaAttributeType.builder()
                        .name("family_name")
                        .required(true)
                        .build()),
                "");
        visitors.signUp(unique("v-"))
                .spec(problem(422, "invalid-attribute"))
                .body("errors.pointer", equalTo(List.of("/attributes/family_name")));
    }

    @Test
    void theDomainPolicyHoldsForVisitorsToo() {
        Visitors visitors = Visitors.of(r -> {}, "\"allowedEmailDomains\": [\"example.org\"]");
        visitors.signUp(unique("v-"))
                .spec(problem(422, "email-domain-not-allowed"))
                .body("errors.pointer", equalTo(List.of("/attributes/email")));
        // Nor does leaving the address out help
        visitors.signUp(
                        "{\"username\": \"a\", \"password\": \"Correct-Horse-42\", \"attributes\": {\"name\": \"A\"}}",
                        422)
                .spec(problem(422, "email-domain-not-allowed"));
        Visitors byNumber = Visitors.of(
                r -> sms(r).autoVerifiedAttributesWithStrings("email", "phone_number"),
                "\"allowedEmailDomains\": [\"example.com\"]");
        byNumber.signUp(
                        Visitors.body(unique("v-"))
                                .replace("{\"email\"", "{\"phone_number\": \"+4915112345678\", \"email\""),
                        422)
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/attributes/phone_number")));
        Visitors unproven = Visitors.of(
                r -> sms(r).autoVerifiedAttributesWithStrings("phone_number"),
                "\"allowedEmailDomains\": [\"example.com\"]");
        unproven.signUp(unique("v-")).spec(problem(409, "unsupported-state"));
    }

    @Test
    void aCodeGoesToTheNumberIfThereIsOne() {
        Visitors visitors = Visitors.of(r -> sms(r).autoVerifiedAttributesWithStrings("email", "phone_number"), "");
        String name = unique("v-");
        visitors.signUp(
                        Visitors.body(name).replace("{\"email\"", "{\"phone_number\": \"+4915112345678\", \"email\""),
                        201)
                .body("deliveryMedium", equalTo("SMS"));
        visitors.confirm(name, Cognito.code("+4915112345678")).statusCode(204);
    }

    @Test
    void defaultGroupsThatCarryPermissionsAreNotForVisitors() {
        String operators = "\"defaultGroups\": [\"shoppers\"], \"operatorGroups\": {\"shoppers\": [\"users.read\"]}";
        json(Tokens.platform(), Visitors.registration(unique("app-"), Cognito.DEMO_POOL, "client", operators))
                .post("/v1/apps")
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/defaultGroups/0")));
        Visitors visitors = Visitors.of(r -> {}, "\"defaultGroups\": [\"shoppers\"], \"preventEscalation\": false");
        visitors.tryToChange("{\"operatorGroups\": {\"shoppers\": [\"users.read\"]}}")
                .spec(problem(422, "validation-failed"));
        String name = unique("v-");
        visitors.signUp(name).statusCode(201);
        // Another app of the pool gives the group something
        json(
                        Tokens.platform(),
                        Visitors.registration(
                                unique("app-"),
                                visitors.pool(),
                                "client",
                                "\"operatorGroups\": {\"shoppers\": [\"users.read\"]}"))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        visitors.signUp(unique("v-")).spec(problem(409, "unsupported-state"));
        visitors.confirm(name, visitors.code(name)).spec(problem(409, "unsupported-state"));
        visitors.user(name).body("status", equalTo("UNCONFIRMED"));
    }

    @Test
    void aDryRunPlansAndWritesNothing() {
        Visitors visitors = Visitors.of(r -> {}, "\"defaultGroups\": [\"shoppers\"]");
        String name = unique("v-");
        for (String who : List.of(name, visitors.known())) {
            json(Tokens.platform(), Visitors.body(who))
                    .post(visitors.path() + "?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body(
                            "plan",
                            equalTo(List.of(
                                    Map.of("operation", "SignUp", "user", who, "attributes", List.of("email")))));
            json(Tokens.platform(), "{\"code\": \"123456\"}")
                    .post(visitors.path() + "/" + who + "/confirm?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("plan.operation", equalTo(List.of("ConfirmSignUp", "AdminAddUserToGroup")))
                    .body("plan[1].group", equalTo("shoppers"));
            as(Tokens.platform())
                    .post(visitors.path() + "/" + who + "/resend?dryRun=true")
                    .then()
                    .body("plan", equalTo(List.of(Map.of("operation", "ResendConfirmationCode", "user", who))));
        }
        assertThat(Cognito.calls("ConfirmSignUp") + Cognito.calls("ResendConfirmationCode"))
                .isZero();
        as(Tokens.platform()).get(visitors.app() + "/users/" + name).then().spec(problem(404, "user-not-found"));
    }

    @Test
    void everyOperationNeedsTokenPermissionAndApp() {
        for (String path : List.of("/signups", "/signups/ada/confirm", "/signups/ada/resend")) {
            String body = path.endsWith("confirm") ? "{\"code\": \"1\"}" : Visitors.body("ada");
            given().contentType("application/json")
                    .body(body)
                    .post(DEMO + path)
                    .then()
                    .spec(problem(401, "unauthenticated"));
            json(Tokens.withScopes("users.read"), body).post(DEMO + path).then().spec(problem(403, "forbidden"));
            json(Tokens.other(), body).post(DEMO + path).then().spec(problem(404, "app-not-found"));
        }
        as(Tokens.demo()).post(DEMO + "/signups/a%20b/resend").then().spec(problem(400, "invalid-path"));
        json(Tokens.demo(), "{\"code\": \"a b\"}")
                .post(DEMO + "/signups/ada/confirm")
                .then()
                .spec(problem(422, "validation-failed"));
        json(Tokens.demo(), "{}").post(DEMO + "/signups/ada/confirm").then().spec(problem(422, "validation-failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 429, throttled",
        "LimitExceededException, 429, throttled",
        "RESET, 503, upstream-unavailable",
        "InvalidPasswordException, 422, invalid-password",
        "InvalidParameterException, 422, validation-failed",
        "UserLambdaValidationException, 422, validation-failed",
        "NotAuthorizedException, 409, unsupported-state"
    })
    void whatCognitoRefusesIsAProblem(String error, int status, String code) {
        Visitors visitors = Visitors.of(r -> {}, "");
        Cognito.faults("[{\"operation\": \"SignUp\", \"error\": \"%s\"}]".formatted(error));
        visitors.signUp(unique("v-")).spec(problem(status, code));
    }

    private static CreateUserPoolRequest.Builder sms(CreateUserPoolRequest.Builder pool) {
        return pool.smsConfiguration(sms -> sms.snsCallerArn("arn:aws:iam::123456789012:role/sms"));
    }
}
