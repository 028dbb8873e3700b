package io.github.cognitoconnector.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** The running embedded Cognito, as the SDK and its control door see it. */
public final class Cognito {

    public static final String DEMO_POOL = "us-east-1_demo";
    public static final String OTHER_POOL = "eu-west-1_other";

    /** How the tokens of all sessions begin, here as at AWS. */
    public static final String SESSION_TOKEN_PREFIX = "IQoJb3JpZ2luX2Vj";

    private static final URI ENDPOINT = ConfigProvider.getConfig().getValue("connector.cognito.endpoint", URI.class);

    private static final CognitoIdentityProviderClient SDK = CognitoIdentityProviderClient.builder()
            .endpointOverride(ENDPOINT)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();

    private Cognito() {}

    public static CognitoIdentityProviderClient sdk() {
        return SDK;
    }

    public static URI endpoint() {
        return ENDPOINT;
    }

    public static String issuer(String pool) {
        return ENDPOINT + "/" + pool;
    }

    public static String newPool(Consumer<CreateUserPoolRequest.Builder> settings) {
        return SDK.createUserPool(r -> settings.accept(r.poolName("test")))
                .userPool()
                .id();
    }

    /** A client without a secret, through which people sign in with their passwords. */
    public static UserPoolClientType newClient(String pool) {
        return SDK.createUserPoolClient(r -> r.userPoolId(pool)
                        .clientName("web")
                        .explicitAuthFlows(
                                ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                                ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                .userPoolClient();
    }

    /** Sets the faults from a JSON array; an empty one takes them back. */
    public static void faults(String json) {
        control("faults", json);
    }

    /** How short the pages of an operation are, from a JSON object. */
    public static void pages(String json) {
        control("pages", json);
    }

    /** Requests a second by quota category, from a JSON object; {@link #reset} takes it back. */
    public static void quotas(String json) {
        control("quotas", json);
    }

    /** Calls of one operation since the last reset that were one too many. */
    public static int throttled(String operation) {
        Integer throttled = given().get(ENDPOINT + "/_control/stats").path(operation + ".throttled");
        return throttled == null ? 0 : throttled;
    }

    /** Whose keys there are, from a JSON object; {@link #reset} takes it back. */
    public static void identities(String json) {
        control("identities", json);
    }

    /** Moves what Cognito takes for now; {@link #reset} takes it back. */
    public static void moveClock(int offsetSeconds) {
        control("clock", "{\"offsetSeconds\": " + offsetSeconds + "}");
    }

    public static void reset() {
        given().post(ENDPOINT + "/_control/reset").then().statusCode(204);
    }

    /** The newest code that was sent to the address. */
    public static String code(String address) {
        for (JsonNode message : sent()) {
            if (message.path("destination").asText().equals(address) && message.has("code")) {
                return message.path("code").asText();
            }
        }
        throw new AssertionError("No code was sent there");
    }

    /** The newest comes first. Read by a plain mapper: paths of Groovy take longer, the more messages there are. */
    private static JsonNode sent() {
        try {
            return new ObjectMapper()
                    .readTree(given().get(ENDPOINT + "/_control/messages").asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages that were sent since the last reset. */
    public static int messages() {
        return given().get(ENDPOINT + "/_control/messages")
                .jsonPath()
                .getList("$")
                .size();
    }

    /** Calls of one operation since the last reset. */
    public static int calls(String operation) {
        Integer calls = given().get(ENDPOINT + "/_control/stats").path(operation + ".calls");
        return calls == null ? 0 : calls;
    }

    /** Calls of every operation since the last reset. */
    public static Map<String, Integer> calls() {
        Map<String, Map<String, Integer>> stats =
                given().get(ENDPOINT + "/_control/stats").path("");
        return stats.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, operation -> operation.getValue().get("calls")));
    }

    private static void control(String door, String json) {
        given().contentType(ContentType.JSON)
                .body(json)
                .put(ENDPOINT + "/_control/" + door)
                .then()
                .statusCode(204);
    }
}
