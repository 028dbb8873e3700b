package io.github.cognitoconnector.build;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateGroupRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateResourceServerRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolDomainRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What the template says of Cognito, made in the embedded Cognito: an app on such a pool works and is in order. */
@QuarkusTest
class TemplatedPoolTest {

    private static final JsonNode TEMPLATE = CloudFormation.read(CloudFormation.USER_POOL);

    private final CognitoIdentityProviderClient sdk = Cognito.sdk();
    private final String app = unique("templated-");
    private final Stack stack = new Stack(
            TEMPLATE,
            Map.of(
                    "AppName",
                    app,
                    "DomainPrefix",
                    app,
                    "Platform",
                    "true",
                    "Sender",
                    "Web shop <noreply@example.com>",
                    "SesIdentityArn",
                    "arn:aws:ses:eu-central-1:123456789012:identity/example.com"));

    @BeforeEach
    void makeThePoolAndRegisterTheApp() {
        TEMPLATE.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().startsWith("AWS::Cognito::"))
                .filter(resource -> stack.has(resource.getValue()))
                .forEach(resource -> make(resource.getKey(), resource.getValue()));
        json(Tokens.platform(), output("App")).post("/v1/apps").then().statusCode(201);
    }

    @AfterEach
    void leave() {
        as(Tokens.platform())
                .header("If-Match", "*")
                .delete("/v1/apps/" + app)
                .then()
                .statusCode(204);
        Cognito.reset();
    }

    @Test
    void theDoctorHasNothingToComplainOf() {
        as(Tokens.platform())
                .get("/v1/apps/" + app + "/doctor")
                .then()
                .statusCode(200)
                .body("findings.severity", everyItem(equalTo("INFO")))
                .body("findings.code", containsInAnyOrder("sign-in-is-fixed", "optional-mfa"));
    }

    @Test
    void theBackendsTokenHasThePermissionsOfAnApp() {
        String token = token("BackendClient");
        as(token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("permissions", containsInAnyOrder(Permission.OF_AN_APP.toArray()));
        as(token).get("/v1/apps/" + app + "/groups").then().statusCode(200).body("items.size()", equalTo(3));
        json(token, output("App")).post("/v1/apps").then().spec(problem(403, "forbidden"));
    }

    @Test
    void theOperatorsTokenHasThePermissionOfThePlatformToo() {
        assertThat(scopes(token("OperatorClient"))).contains("connector/apps.admin");
    }

    @Test
    void usersAreMadeByTheirAddress() {
        json(
                        token("BackendClient"),
                        "{\"attributes\": {\"email\": \"Grace@example.com\", \"email_verified\": \"true\"}}")
                .post("/v1/apps/" + app + "/users")
                .then()
                .statusCode(201);
        json(token("BackendClient"), "{\"attributes\": {\"email\": \"grace@example.com\"}}")
                .post("/v1/apps/" + app + "/users")
                .then()
                .statusCode(409);
        json(token("BackendClient"), "{\"username\": \"grace\"}")
                .post("/v1/apps/" + app + "/users")
                .then()
                .statusCode(422);
    }

    private void make(String name, JsonNode resource) {
        JsonNode properties = stack.resolve(resource.path("Properties"));
        CognitoResource type = CognitoResource.of(resource.path("Type").asText());
        switch (type) {
            case USER_POOL -> makePool(name, type.request(CreateUserPoolRequest.class, properties), properties);
            case DOMAIN -> sdk.createUserPoolDomain(type.request(CreateUserPoolDomainRequest.class, properties));
            case RESOURCE_SERVER ->
                sdk.createResourceServer(type.request(CreateResourceServerRequest.class, properties));
            case GROUP -> sdk.createGroup(type.request(CreateGroupRequest.class, properties));
            case CLIENT -> {
                UserPoolClientType client = sdk.createUserPoolClient(
                                type.request(CreateUserPoolClientRequest.class, properties))
                        .userPoolClient();
                stack.name(name, client.clientId());
            }
        }
    }

    /** A second factor needs something that is set up for it first, and CloudFormation does so. */
    private void makePool(String name, CreateUserPoolRequest request, JsonNode properties) {
        assertThat(properties.path(CognitoResource.FACTORS).path(0).asText()).isEqualTo("SOFTWARE_TOKEN_MFA");
        UserPoolType pool =
                sdk.createUserPool(request.copy(r -> r.mfaConfiguration("OFF"))).userPool();
        sdk.setUserPoolMfaConfig(r -> r.userPoolId(pool.id())
                .softwareTokenMfaConfiguration(token -> token.enabled(true))
                .mfaConfiguration(request.mfaConfigurationAsString()));
        stack.name(name, pool.id());
        stack.name(name + ".Arn", pool.arn());
    }

    private String token(String client) {
        return given().auth()
                .preemptive()
                .basic(id(client), secret(client))
                .formParam("grant_type", "client_credentials")
                .post(Cognito.endpoint() + "/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private String secret(String client) {
        return sdk.describeUserPoolClient(
                        r -> r.userPoolId(output("UserPoolId")).clientId(id(client)))
                .userPoolClient()
                .clientSecret();
    }

    private String id(String client) {
        return output(client + "Id");
    }

    private String output(String name) {
        return stack.resolve(TEMPLATE.path("Outputs").path(name).path("Value")).textValue();
    }

    private static String scopes(String token) {
        return JsonPath.from(
                        new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .getString("scope");
    }
}
