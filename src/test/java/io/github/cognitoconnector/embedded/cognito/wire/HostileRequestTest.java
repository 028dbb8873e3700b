package io.github.cognitoconnector.embedded.cognito.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no SDK would send is refused in AWS's error shape, and the server goes on. */
class HostileRequestTest {

    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final String[] SIGNED = {"Authorization", "AWS4-HMAC-SHA256 Credential=any"};
    private static final TestCognito COGNITO = TestCognito.start();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void serverGoesOn() {
        assertThat(call("ListUsers", "{\"UserPoolId\":\"us-east-1_demo\"}").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> call(String operation, String body) {
        return COGNITO.operation(TARGET + operation, body, SIGNED);
    }

    private static void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amzn-errortype")).hasValue(code);
        assertThat(response.body()).startsWith("{\"__type\":\"" + code + "\",\"message\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "}", "[]", "null", "7", "\"text\"", "{} {}", "{'a':1}", "<xml/>", "{\"a\":01}"})
    void bodyThatIsNoJsonObjectIsRefused(String body) {
        assertError(call("ListUsers", body), 400, "SerializationException");
    }

    @Test
    void nestingBeyondReasonIsRefused() {
        assertError(call("ListUsers", "[".repeat(200_000)), 400, "SerializationException");
        assertError(call("ListUsers", "{\"UserPoolId\":".repeat(50_000)), 400, "SerializationException");
        String nested = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        assertError(call("CreateUserPool", "{\"PoolName\":" + nested + "}"), 400, "SerializationException");
        assertThat(call("ListUsers", "{\"UserPoolId\":\"us-east-1_demo\",\"Unknown\":" + nested + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bodyOverTheLimitIsRefused() {
        assertError(
                call("ListUsers", "{\"Filter\":\"" + "x".repeat(1 << 20) + "\"}"),
                413,
                "RequestEntityTooLargeException");
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        for (String limit : List.of("\"7\"", "7.5", "true", "1e400", "[7]", "{}", "9".repeat(400))) {
            assertError(
                    call("ListUsers", "{\"UserPoolId\":\"us-east-1_demo\",\"Limit\":" + limit + "}"),
                    400,
                    "SerializationException");
        }
    }

    @Test
    void textsFlagsAndListsOfAnotherTypeAreRefused() {
        for (String member : List.of(
                "\"PoolName\":7",
                "\"PoolName\":[\"pool\"]",
                "\"PoolName\":\"pool\",\"AliasAttributes\":\"email\"",
                "\"PoolName\":\"pool\",\"AliasAttributes\":[null]",
                "\"PoolName\":\"pool\",\"UserPoolTags\":[]",
                "\"PoolName\":\"pool\",\"UsernameConfiguration\":{\"CaseSensitive\":\"true\"}")) {
            assertError(call("CreateUserPool", "{" + member + "}"), 400, "SerializationException");
        }
    }

    @Test
    void nullIsAsGoodAsAbsent() {
        HttpResponse<String> response = call(
                "CreateUserPool",
                "{\"PoolName\":\"pool\",\"MfaConfiguration\":null,\"AliasAttributes\":null,\"UsernameAttributes\":null,"
                        + "\"Policies\":{\"PasswordPolicy\":null},\"UserPoolTags\":{\"a\":null,\"b\":\"c\"}}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"MfaConfiguration\":\"OFF\"", "\"MinimumLength\":8", "\"UserPoolTags\":{\"b\":\"c\"}")
                .doesNotContain("null");
        assertThat(call("CreateUserPool", "{\"PoolName\":null}").body())
                .contains("Value null at 'poolName' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void unknownMembersAreIgnoredAndNotRepeated() {
        HttpResponse<String> response =
                call("CreateUserPool", "{\"PoolName\":\"pool\",\"Colour\":\"red\",\"Policies\":{\"Colour\":\"red\"}}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("Colour");
    }

    /** JSON leaves it open; here the last one counts, as with the parsers that AWS's own services build on. */
    @Test
    void lastOfTwoMembersOfOneNameCounts() {
        assertThat(call("CreateUserPool", "{\"PoolName\":\"first\",\"PoolName\":\"last\"}")
                        .body())
                .contains("\"Name\":\"last\"");
    }

    @Test
    void halfASurrogatePairIsRefused() {
        for (String half : List.of("\\ud800", "\\udc00", "\\udc00\\ud800", "a\\ud83d")) {
            assertError(
                    call(
                            "AdminCreateUser",
                            "{\"UserPoolId\":\"us-east-1_demo\",\"Username\":\"half\",\"UserAttributes\":"
                                    + "[{\"Name\":\"name\",\"Value\":\"" + half + "\"}]}"),
                    400,
                    "SerializationException");
            assertError(
                    call("CreateUserPool", "{\"PoolName\":\"pool\",\"UserPoolTags\":{\"" + half + "\":\"\"}}"),
                    400,
                    "SerializationException");
        }
        assertThat(call("CreateUserPool", "{\"PoolName\":\"pool\",\"UserPoolTags\":{\"\\ud83d\\ude00\":\"\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ListUsers",
                "AmazonSQS.ListUsers",
                "awscognitoidentityproviderservice.ListUsers",
                "AWSCognitoIdentityProviderService.listUsers",
                "AWSCognitoIdentityProviderService.",
                "AWSCognitoIdentityProviderService.ListUsers ListUsers",
                "AWSCognitoIdentityProviderService.MakeCoffee"
            })
    void targetThatNamesNoOperationIsRefused(String target) {
        assertError(
                COGNITO.operation(target, "{\"UserPoolId\":\"us-east-1_demo\"}", SIGNED),
                400,
                "UnknownOperationException");
    }

    @Test
    void requestThatIsNoCallIsRefused() {
        assertError(COGNITO.get("/"), 400, "UnknownOperationException");
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
            assertError(
                    COGNITO.send(post(type).header("X-Amz-Target", TARGET + "ListUsers")),
                    400,
                    "UnknownOperationException");
        }
        assertError(COGNITO.send(post("application/x-amz-json-1.1")), 400, "UnknownOperationException");
        assertThat(COGNITO.send(post("application/x-amz-json-1.1; charset=UTF-8")
                                .header("x-amz-target", TARGET + "ListUsers"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpRequest.Builder post(String contentType) {
        return HttpRequest.newBuilder(URI.create(COGNITO.server().endpoint() + "/"))
                .header("Content-Type", contentType)
                .headers(SIGNED)
                .POST(BodyPublishers.ofString("{\"UserPoolId\":\"us-east-1_demo\"}"));
    }
}
