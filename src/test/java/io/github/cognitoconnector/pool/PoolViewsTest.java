package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

@QuarkusTest
class PoolViewsTest {

    private static final String PLAN = "attributes.find { it.name == 'custom:plan' }";
    private static final String AGE = "attributes.find { it.name == 'custom:age' }";
    private static final String EMAIL = "attributes.find { it.name == 'email' }";

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void theSchemaSaysWhatAttributesCanBe() {
        String pool = Cognito.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)
                .usernameConfiguration(c -> c.caseSensitive(false))
                .schema(
                        attribute(
                                "plan",
                                s -> s.attributeDataType(AttributeDataType.STRING)
                                        .mutable(false)
                                        .stringAttributeConstraints(
                                                c -> c.minLength("1").maxLength("20"))),
                        attribute(
                                "age",
                                s -> s.attributeDataType(AttributeDataType.NUMBER)
                                        .mutable(true)
                                        .numberAttributeConstraints(
                                                c -> c.minValue("0").maxValue("150"))),
                        attribute(
                                "email",
                                s -> s.attributeDataType(AttributeDataType.STRING)
                                        .required(true)
                                        .mutable(true))));
        view(TestedPool.app(pool, "\"any\"", ""), "schema")
                .body("signInAttributes", equalTo(List.of("email")))
                .body("aliasAttributes", equalTo(List.of()))
                .body("caseSensitive", equalTo(false))
                .body(PLAN + ".type", equalTo("STRING"))
                .body(PLAN + ".mutable", equalTo(false))
                .body(PLAN + ".required", equalTo(false))
                .body(PLAN + ".minLength", equalTo(1))
                .body(PLAN + ".maxLength", equalTo(20))
                .body(PLAN + ".minValue", nullValue())
                .body(AGE + ".type", equalTo("NUMBER"))
                .body(AGE + ".maxValue", equalTo(150))
                .body(AGE + ".maxLength", nullValue())
                .body(EMAIL + ".required", equalTo(true))
                .body("attributes.name", hasItems("sub", "phone_number_verified"));
    }

    @Test
    void thePolicySaysWhatPasswordsHaveToBe() {
        String pool = Cognito.newPool(r -> r.policies(p -> p.passwordPolicy(w -> w.minimumLength(14)
                .requireLowercase(true)
                .requireSymbols(false)
                .requireNumbers(true)
                .requireUppercase(false)
                .passwordHistorySize(3)
                .temporaryPasswordValidityDays(2))));
        view(TestedPool.app(pool, "\"any\"", ""), "password-policy")
                .body("minimumLength", equalTo(14))
                .body("requireLowercase", equalTo(true))
                .body("requireUppercase", equalTo(false))
                .body("requireNumbers", equalTo(true))
                .body("requireSymbols", equalTo(false))
                .body("temporaryPasswordValidityDays", equalTo(2))
                .body("passwordHistorySize", equalTo(3));
    }

    @Test
    void whatWasReadIsRemembered() {
        String app = TestedPool.app(Cognito.newPool(r -> {}), "\"any\"", "");
        Cognito.reset();
        view(app, "schema");
        view(app, "schema");
        view(app, "password-policy");
        assertThat(Cognito.calls("DescribeUserPool")).isEqualTo(1);
    }

    @Test
    void clientsAreTheAppsOwnWithoutTheirSecrets() {
        String pool = Cognito.newPool(r -> {});
        UserPoolClientType own = Cognito.sdk()
                .createUserPoolClient(r -> r.userPoolId(pool)
                        .clientName("shop")
                        .generateSecret(true)
                        .explicitAuthFlows(
                                ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)
                        .accessTokenValidity(15)
                        .tokenValidityUnits(u -> u.accessToken(TimeUnitsType.MINUTES))
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid")
                        .supportedIdentityProviders("COGNITO")
                        .callbackURLs("https://shop.example/back")
                        .readAttributes("email", "name")
                        .enableTokenRevocation(true))
                .userPoolClient();
        UserPoolClientType other = Cognito.newClient(pool);
        String app = TestedPool.app(pool, "\"" + own.clientId() + "\", \"gone\"", "");

        view(app, "clients")
                .body("items.clientId", equalTo(List.of(own.clientId(), "gone")))
                .body("items[0].name", equalTo("shop"))
                .body("items[0].hasSecret", equalTo(true))
                .body("items[0].flows", equalTo(List.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH")))
                .body("items[0].lifetimes.accessToken.value", equalTo(15))
                .body("items[0].lifetimes.accessToken.unit", equalTo("minutes"))
                .body("items[0].lifetimes.idToken.value", equalTo(1))
                .body("items[0].lifetimes.idToken.unit", equalTo("hours"))
                .body("items[0].lifetimes.refreshToken.value", equalTo(30))
                .body("items[0].lifetimes.refreshToken.unit", equalTo("days"))
                .body("items[0].lifetimes.authSession.value", equalTo(3))
                .body("items[0].oauth.enabled", equalTo(true))
                .body("items[0].oauth.flows", equalTo(List.of("code")))
                .body("items[0].oauth.callbackUrls", equalTo(List.of("https://shop.example/back")))
                .body("items[0].oauth.defaultRedirectUri", nullValue())
                .body("items[0].readAttributes", equalTo(List.of("email", "name")))
                .body("items[0].preventUserExistenceErrors", equalTo("LEGACY"))
                .body("items[0].tokenRevocation", equalTo(true))
                .body("items[0].refreshTokenRotation", equalTo(false))
                .body("items[0].createdAt", notNullValue())
                .body("items[0].problem", nullValue())
                .body("items[1].name", nullValue())
                .body("items[1].problem.code", equalTo("not-found"))
                .body("items[1].problem.detail", containsString("clientIds"))
                .body(allOf(
                        not(containsString(own.clientSecret())),
                        not(containsString(other.clientId())),
                        not(containsString("ecret\":\""))));
    }

    @Test
    void clientsAreRememberedAndMissingOnesAreNot() {
        String pool = Cognito.newPool(r -> {});
        String id = Cognito.newClient(pool).clientId();
        String app = TestedPool.app(pool, "\"" + id + "\", \"gone\"", "");
        Cognito.reset();
        view(app, "clients");
        view(app, "clients");
        assertThat(Cognito.calls("DescribeUserPoolClient")).isEqualTo(3);
    }

    @Test
    void aPoolThatIsGoneIsNoMissingClient() {
        String app = TestedPool.app("us-east-1_nowhere", "\"any\"", "");
        for (String view : List.of("schema", "password-policy", "clients", "doctor")) {
            as(Tokens.platform()).get(app + "/" + view).then().spec(problem(502, "upstream-failed"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "password-policy", "clients", "doctor"})
    void refusesWhoMayNot(String view) {
        String path = "/v1/apps/demo/" + view;
        as(Tokens.demo()).get(path).then().statusCode(200);
        given().get(path).then().spec(problem(401, "unauthenticated"));
        as(Tokens.withScopes("users.write", "groups.read"))
                .get(path)
                .then()
                .spec(problem(403, "forbidden"))
                .body("detail", equalTo("The permission users.read is missing."));
        as(Tokens.other()).get(path).then().spec(problem(404, "app-not-found"));
        as(Tokens.demo()).get(path + "?fresh=true").then().spec(problem(400, "invalid-request"));
    }

    @ParameterizedTest
    @CsvSource({
        "schema, DescribeUserPool, TooManyRequestsException, 429, throttled",
        "password-policy, DescribeUserPool, AccessDeniedException, 502, credentials-rejected",
        "clients, DescribeUserPoolClient, TooManyRequestsException, 429, throttled",
        "doctor, DescribeUserPool, HTTP_500, 503, upstream-unavailable",
        "doctor, DescribeUserPoolClient, AccessDeniedException, 502, credentials-rejected"
    })
    void saysThatCognitoFails(String view, String operation, String error, int status, String code) {
        String pool = Cognito.newPool(r -> {});
        String app = TestedPool.app(pool, "\"" + Cognito.newClient(pool).clientId() + "\"", "");
        Cognito.faults("[{\"operation\": \"" + operation + "\", \"error\": \"" + error + "\"}]");
        as(Tokens.platform()).get(app + "/" + view).then().spec(problem(status, code));
    }

    private static SchemaAttributeType attribute(String name, Consumer<SchemaAttributeType.Builder> settings) {
        SchemaAttributeType.Builder attribute = SchemaAttributeType.builder().name(name);
        settings.accept(attribute);
        return attribute.build();
    }

    private static ValidatableResponse view(String app, String name) {
        return as(Tokens.platform())
                .get(app + "/" + name)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }
}
