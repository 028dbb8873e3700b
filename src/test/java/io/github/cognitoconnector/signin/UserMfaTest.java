package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.signin.PoolApp.attribute;
import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

@QuarkusTest
class UserMfaTest {

    private static final AttributeType PHONE = attribute("phone_number", "+491701234567");
    private static final AttributeType EMAIL = attribute("email", "factors@example.com");
    private static final String WRITE = "AdminSetUserMFAPreference";
    private static final String BY_MAIL = "{\"enabled\": [\"EMAIL_OTP\"], \"preferred\": \"EMAIL_OTP\"}";
    private static final String BY_AUTHENTICATOR = "{\"enabled\": [\"SOFTWARE_TOKEN_MFA\"]}";

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void tellsAndChoosesTheFactors() {
        String user = PoolApp.on(FactorPool.withAllFactors(PoolApp.COGNITO, "OPTIONAL"))
                .newUser(PHONE, EMAIL);
        get(user).body("enabled", empty()).body("preferred", nullValue()).header("Cache-Control", "no-store");

        put(user, "{\"enabled\": [\"SMS_MFA\", \"EMAIL_OTP\"], \"preferred\": \"EMAIL_OTP\"}")
                .statusCode(204);
        get(user).body("enabled", contains("SMS_MFA", "EMAIL_OTP")).body("preferred", equalTo("EMAIL_OTP"));
        put(user, "{\"enabled\": [\"SMS_MFA\", \"EMAIL_OTP\"]}").statusCode(204);
        get(user).body("enabled", hasSize(2)).body("preferred", nullValue());
        put(user, "{\"enabled\": [\"SMS_MFA\"], \"preferred\": \"SMS_MFA\"}").statusCode(204);
        get(user).body("enabled", contains("SMS_MFA")).body("preferred", equalTo("SMS_MFA"));
        put(user, "{\"enabled\": []}").statusCode(204);
        get(user).body("enabled", empty()).body("preferred", nullValue());
    }

    @Test
    void aChoiceThatIsMadeAlreadyIsNotWritten() {
        String user = PoolApp.on(FactorPool.withAllFactors(PoolApp.COGNITO, "OPTIONAL"))
                .newUser(EMAIL);
        put(user, BY_MAIL).statusCode(204);
        Cognito.reset();
        put(user, BY_MAIL).statusCode(204);
        assertThat(Cognito.calls(WRITE)).isZero();
        dryRun(user, "put", BY_MAIL).body("plan", empty()).body("warnings", empty());
    }

    @Test
    void aLostAuthenticatorIsReset() {
        FactorPool pool = FactorPool.withAuthenticators(PoolApp.COGNITO, "OPTIONAL");
        PoolApp app = PoolApp.on(pool);
        String name = pool.user();
        String user = app.user(name);
        put(user, BY_AUTHENTICATOR)
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("set up an authenticator himself"));
        pool.enroll(pool.accessToken(name));
        put(user, BY_AUTHENTICATOR).statusCode(204);
        assertThat(pool.signIn(name).challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");

        dryRun(user, "delete", null).body("plan", contains(step(name))).body("warnings", empty());
        delete(user).statusCode(204);
        get(user).body("enabled", empty());
        pool.enroll(pool.accessToken(name));
        Cognito.reset();
        delete(user).statusCode(204);
        assertThat(Cognito.calls(WRITE)).as("a repeat").isZero();
        dryRun(user, "delete", null).body("plan", empty());
    }

    @Test
    void aFactorThatThePoolAdmitsNoMoreIsReset() {
        PoolApp app = PoolApp.on(FactorPool.withAllFactors(PoolApp.COGNITO, "OPTIONAL"));
        String user = app.newUser(EMAIL);
        put(user, BY_MAIL).statusCode(204);
        Cognito.sdk().setUserPoolMfaConfig(r -> r.userPoolId(app.pool().pool()).mfaConfiguration("OFF"));
        delete(user).statusCode(204);
        get(user).body("enabled", empty());
    }

    @Test
    void saysWhatTheUserLacks() {
        String user = PoolApp.on(FactorPool.withAllFactors(PoolApp.COGNITO, "OPTIONAL"))
                .newUser();
        String both = "{\"enabled\": [\"EMAIL_OTP\", \"SMS_MFA\"]}";
        for (String query : List.of("", "?dryRun=true")) {
            json(Tokens.platform(), both)
                    .put(user + "/mfa" + query)
                    .then()
                    .spec(problem(409, "unsupported-state"))
                    .body("detail", containsString("SMS_MFA needs the attribute phone_number"))
                    .body("detail", containsString("EMAIL_OTP needs the attribute email"));
        }
        assertThat(Cognito.calls(WRITE)).isZero();
    }

    @Test
    void saysThatThePoolAdmitsNoSuchFactor() {
        String user = PoolApp.on(FactorPool.withAuthenticators(PoolApp.COGNITO, "OPTIONAL"))
                .newUser(EMAIL);
        put(user, BY_MAIL)
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("MFA configuration"))
                .body("upstream.code", equalTo("InvalidParameterException"))
                .body("detail", not(containsString("EMAIL_OTP is not enabled")));
    }

    @Test
    void aDryRunWritesNothing() {
        PoolApp app = PoolApp.on(FactorPool.withAllFactors(PoolApp.COGNITO, "OPTIONAL"));
        String name = app.pool().user(EMAIL);
        dryRun(app.user(name), "put", BY_MAIL)
                .body("plan", contains(step(name)))
                .body("warnings", hasSize(1));
        get(app.user(name)).body("enabled", empty());
        assertThat(Cognito.calls(WRITE)).isZero();
        dryRun(app.user("nobody"), "put", BY_MAIL, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"enabled": ["SMS"]}                                        | 422 | validation-failed | /enabled/0
                    {"enabled": ["EMAIL_OTP", null]}                            | 422 | validation-failed | /enabled/1
                    {"preferred": "EMAIL_OTP"}                                  | 422 | validation-failed | /enabled
                    {"enabled": ["SMS_MFA"], "preferred": "EMAIL_OTP"}          | 422 | validation-failed | /preferred
                    {"enabled": [], "preferred": ""}                            | 422 | validation-failed | /preferred
                    {"enabled": ["SMS_MFA","SMS_MFA","SMS_MFA","SMS_MFA"]}      | 422 | validation-failed | /enabled
                    {"enabled": "EMAIL_OTP"}                                    | 400 | invalid-request   | /enabled
                    {"enabled": [], "factors": []}                              | 400 | invalid-request   | /factors
                    """)
    void refusesWhatIsNoChoice(String body, int status, String code, String pointer) {
        json(Tokens.demo(), body)
                .put(DEMO + "/users/ada/mfa")
                .then()
                .spec(problem(status, code))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        json(Tokens.demo(), "{\"enabled\": [\"SMS\", \"TOTP\"], \"preferred\": \"EMAIL_OTP\"}")
                .put(DEMO + "/users/ada/mfa")
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", contains("/enabled/0", "/enabled/1", "/preferred"));
    }

    @Test
    void refusesWhoMayNot() {
        String path = DEMO + "/users/ada/mfa";
        given().get(path).then().spec(problem(401, "unauthenticated"));
        given().delete(path).then().spec(problem(401, "unauthenticated"));
        given().contentType("application/json").body(BY_MAIL).put(path).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.write")).get(path).then().spec(problem(403, "forbidden"));
        json(Tokens.withScopes("users.read"), BY_MAIL).put(path).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("users.read")).delete(path).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).get(path).then().spec(problem(404, "app-not-found"));
        json(Tokens.other(), BY_MAIL).put(path).then().spec(problem(404, "app-not-found"));
        as(Tokens.other()).delete(path).then().spec(problem(404, "app-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "username:nobody", "email:nobody@example.com", "sub:nobody"})
    void refusesUsersWhoAreNotThere(String user) {
        String path = DEMO + "/users/" + user;
        as(Tokens.demo()).get(path + "/mfa").then().spec(problem(404, "user-not-found"));
        json(Tokens.demo(), BY_MAIL).put(path + "/mfa").then().spec(problem(404, "user-not-found"));
        as(Tokens.demo()).delete(path + "/mfa").then().spec(problem(404, "user-not-found"));
    }

    @Test
    void takesEveryNameOfAUser() {
        String name = Api.unique("user-");
        String email = name + "@example.com";
        String sub = json(
                        Tokens.demo(),
                        "{\"username\": \"" + name + "\", \"attributes\": {\"email\": \"" + email + "\"}}")
                .post(DEMO + "/users")
                .path("sub");
        for (String user : List.of(name, sub, "username:" + name, "sub:" + sub, "email:" + email)) {
            as(Tokens.demo()).get(DEMO + "/users/" + user + "/mfa").then().statusCode(200);
        }
        as(Tokens.demo()).delete(DEMO + "/users/sub:" + sub + "/mfa").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "AdminGetUser, InternalErrorException, 503, upstream-unavailable",
        "AdminGetUser, AccessDeniedException, 502, credentials-rejected",
        WRITE + ", PasswordResetRequiredException, 409, unsupported-state",
        WRITE + ", TooManyRequestsException, 429, throttled",
        WRITE + ", ResourceNotFoundException, 502, upstream-failed"
    })
    void saysWhatCognitoSays(String operation, String error, int status, String code) {
        PoolApp app = PoolApp.on(FactorPool.withAllFactors(PoolApp.COGNITO, "OPTIONAL"));
        String user = app.newUser(EMAIL);
        Cognito.faults("[{\"operation\": \"" + operation + "\", \"error\": \"" + error + "\"}]");
        put(user, BY_MAIL).spec(problem(status, code));
    }

    private static Map<String, String> step(String user) {
        return Map.of("operation", WRITE, "user", user);
    }

    private static ValidatableResponse get(String user) {
        return as(Tokens.platform()).get(user + "/mfa").then().statusCode(200);
    }

    private static ValidatableResponse put(String user, String body) {
        return json(Tokens.platform(), body).put(user + "/mfa").then();
    }

    private static ValidatableResponse delete(String user) {
        return as(Tokens.platform()).delete(user + "/mfa").then();
    }

    private static ValidatableResponse dryRun(String user, String method, @Nullable String body) {
        return dryRun(user, method, body, 200);
    }

    private static ValidatableResponse dryRun(String user, String method, @Nullable String body, int status) {
        var request = body == null ? as(Tokens.platform()) : json(Tokens.platform(), body);
        return request.request(method, user + "/mfa?dryRun=true").then().statusCode(status);
    }
}
