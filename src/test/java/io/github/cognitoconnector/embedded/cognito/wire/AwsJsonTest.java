package io.github.cognitoconnector.embedded.cognito.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Section;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Below the SDK. */
@Section(0)
class AwsJsonTest {

    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final String[] SIGNED = {"Authorization", "AWS4-HMAC-SHA256 Credential=any"};
    private static final TestCognito COGNITO = TestCognito.start();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void successCarriesRequestIdAndContentType() {
        HttpResponse<String> response = COGNITO.operation(
                TARGET + "AdminGetUser", "{\"UserPoolId\":\"us-east-1_demo\",\"Username\":\"ada\"}", SIGNED);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/x-amz-json-1.1");
        assertThat(response.headers().firstValue("x-amzn-requestid")).isPresent();
        assertThat(response.body()).containsPattern("\"UserCreateDate\":\\d{10}\\.\\d{3}");
    }

    @Test
    void errorNamesItsTypeInBodyAndHeader() {
        HttpResponse<String> response = COGNITO.operation(
                TARGET + "AdminGetUser", "{\"UserPoolId\":\"us-east-1_demo\",\"Username\":\"nobody\"}", SIGNED);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("x-amzn-errortype")).hasValue("UserNotFoundException");
        assertThat(response.body())
                .isEqualTo("{\"__type\":\"UserNotFoundException\",\"message\":\"User does not exist.\"}");
    }

    @Test
    void bodyThatIsNoJsonObjectIsRefused() {
        for (String body : new String[] {"", "{", "[]", "null", "{} {}"}) {
            assertThat(COGNITO.operation(TARGET + "ListUsers", body, SIGNED).body())
                    .as(body)
                    .contains("\"SerializationException\"");
        }
    }

    @Test
    void wrongTypeIsASerializationError() {
        assertThat(COGNITO.operation(
                                TARGET + "ListUsers", "{\"UserPoolId\":\"us-east-1_demo\",\"Limit\":\"7\"}", SIGNED)
                        .body())
                .contains("\"SerializationException\"");
    }

    @Test
    void unknownOperationIsToldFromOneThatIsNotBuilt() {
        assertThat(COGNITO.operation(TARGET + "MakeCoffee", "{}", SIGNED).body())
                .contains("\"UnknownOperationException\"");
        assertThat(COGNITO.operation("ListUsers", "{}", SIGNED).body()).contains("\"UnknownOperationException\"");
        assertThat(COGNITO.operation(TARGET + "CreateTerms", "{}", SIGNED).body())
                .contains("\"OperationNotEnabledException\"", "CreateTerms");
    }

    @Test
    void onlyPublicOperationsGoWithoutAuthorization() {
        assertThat(COGNITO.operation(TARGET + "ListUsers", "{\"UserPoolId\":\"us-east-1_demo\"}")
                        .body())
                .contains("\"MissingAuthenticationTokenException\"");
        assertThat(COGNITO.operation(TARGET + "GetUser", "{\"AccessToken\":\"x\"}")
                        .body())
                .contains("\"NotAuthorizedException\"");
    }

    @Test
    void everyBrokenConstraintIsListed() {
        assertThat(COGNITO.operation(TARGET + "ListUsers", "{\"UserPoolId\":\"nonsense\",\"Limit\":61}", SIGNED)
                        .body())
                .contains("2 validation errors detected: Value 'nonsense' at 'userPoolId' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [\\\\w-]+_[0-9a-zA-Z]+;"
                        + " Value '61' at 'limit' failed to satisfy constraint:"
                        + " Member must have value less than or equal to 60");
    }

    @Test
    void missingMemberIsNamed() {
        assertThat(COGNITO.operation(TARGET + "AdminGetUser", "{\"UserPoolId\":\"us-east-1_demo\"}", SIGNED)
                        .body())
                .contains("1 validation error detected: Value null at 'username' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void confidentialValueIsNotRepeated() {
        String body = "{\"UserPoolId\":\"us-east-1_demo\",\"Username\":\"" + "u".repeat(129) + "\"}";

        assertThat(COGNITO.operation(TARGET + "AdminGetUser", body, SIGNED).body())
                .contains("1 validation error detected: Value at 'username' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 128")
                .doesNotContain("uuu");
    }

    @Test
    void membersOfListsAreNamedByPosition() {
        String body = "{\"UserPoolId\":\"us-east-1_demo\",\"Username\":\"ada\",\"UserAttributes\":[{\"Value\":\"x\"}]}";

        assertThat(COGNITO.operation(TARGET + "AdminUpdateUserAttributes", body, SIGNED)
                        .body())
                .contains("Value null at 'userAttributes.1.member.name'");
    }

    @Test
    void listsOfTextsAreShownWhole() {
        String body =
                "{\"UserPoolId\":\"us-east-1_demo\",\"ClientName\":\"web\",\"AllowedOAuthFlows\":[\"code\",\"token\"],"
                        + "\"CallbackURLs\":[\"\"]}";

        assertThat(COGNITO.operation(TARGET + "CreateUserPoolClient", body, SIGNED)
                        .body())
                .contains(
                        "Value '[code, token]' at 'allowedOAuthFlows' failed to satisfy constraint: Member must satisfy"
                                + " constraint: [Member must satisfy enum value set: [code, implicit, client_credentials]]",
                        "Value '[]' at 'callbackURLs' failed to satisfy constraint: Member must satisfy constraint:"
                                + " [Member must have length less than or equal to 1024, Member must have length greater"
                                + " than or equal to 1, Member must satisfy regular expression pattern:");
    }

    @Test
    void bodyOverOneMebibyteIsRefused() {
        assertThat(COGNITO.operation(TARGET + "ListUsers", " ".repeat((1 << 20) + 1), SIGNED)
                        .statusCode())
                .isEqualTo(413);
    }
}
