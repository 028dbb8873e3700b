package io.github.cognitoconnector.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.CognitoOptions;
import io.github.cognitoconnector.embedded.cognito.EmbeddedCognito;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The embedded Cognito in this process, and what a test does to it. */
final class Upstream implements AutoCloseable {

    static final String CREATE = "AdminCreateUser";

    private static final String OPERATOR = "localoperator:localoperator-secret";
    private static final int CONNECTIONS = 64;

    private final EmbeddedCognito server = EmbeddedCognito.start(CognitoOptions.onPort(0));
    private final CognitoIdentityProviderClient sdk = CognitoIdentityProviderClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("embedded", "embedded")))
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
            .build();

    /**
     * How often an operation was called since the quotas, faults and figures were last reset.
     *
     * @param all those that were refused or failed too
     */
    record Calls(int all, int throttled, int failed) {

        int succeeded() {
            return all - throttled - failed;
        }
    }

    String endpoint() {
        return server.endpoint().toString();
    }

    int port() {
        return server.port();
    }

    CognitoIdentityProviderClient sdk() {
        return sdk;
    }

    /** A token of the platform. */
    String token() {
        String basic = Base64.getEncoder().encodeToString(OPERATOR.getBytes(StandardCharsets.UTF_8));
        return Http.json(
                        Http.post(
                                        endpoint() + "/oauth2/token",
                                        "application/x-www-form-urlencoded",
                                        BodyPublishers.ofString("grant_type=client_credentials"))
                                .header("authorization", "Basic " + basic),
                        200)
                .path("access_token")
                .textValue();
    }

    String newPool() {
        return sdk.createUserPool(r -> r.poolName("cluster")).userPool().id();
    }

    /** As often as the list has them. */
    List<String> usernames(String pool) {
        return sdk.listUsersPaginator(r -> r.userPoolId(pool)).users().stream()
                .map(UserType::username)
                .toList();
    }

    Calls calls(String operation) {
        JsonNode stats = Http.json(Http.to(endpoint() + "/_control/stats"), 200).path(operation);
        return new Calls(
                stats.path("calls").asInt(),
                stats.path("throttled").asInt(),
                stats.path("failed").asInt());
    }

    void quotas(String json) {
        control("quotas", json);
    }

    void faults(String json) {
        control("faults", json);
    }

    /** Whose keys there are. */
    void identities(String json) {
        control("identities", json);
    }

    /** Takes back quotas and faults, and counts anew. */
    void reset() {
        Http.text(Http.json("POST", endpoint() + "/_control/reset", ""), 204);
    }

    private void control(String door, String json) {
        Http.text(Http.json("PUT", endpoint() + "/_control/" + door, json), 204);
    }

    @Override
    public void close() {
        sdk.close();
        server.close();
    }
}
