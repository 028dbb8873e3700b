package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderServiceClientConfiguration;

/**
 * The SDK's clients, one for each region in use, all on one HTTP client. The managed client of the Cognito extension is
 * their model: credentials, endpoint and deadline are configured there. Retries are the SDK's standard mode: three
 * attempts, with a budget that a failing Cognito uses up.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry behavior</a>
 */
@ApplicationScoped
public class CognitoClients {

    private final CognitoIdentityProviderServiceClientConfiguration model;
    private final SdkHttpClient http;
    private final Map<String, CognitoIdentityProviderClient> clients = new ConcurrentHashMap<>();

    CognitoClients(CognitoIdentityProviderClient managed, CognitoConfig config) {
        this.model = managed.serviceClientConfiguration();
        this.http = ApacheHttpClient.builder()
                .maxConnections(config.maxConnections())
                .connectionTimeout(config.connectTimeout())
                .connectionAcquisitionTimeout(config.deadline())
                .socketTimeout(config.deadline())
                .build();
    }

    /** The client for the app's region and credentials; kept and closed here. */
    CognitoIdentityProviderClient of(App app) {
        return clients.computeIfAbsent(app.region(), this::build);
    }

    private CognitoIdentityProviderClient build(String region) {
        var builder = CognitoIdentityProviderClient.builder()
                .region(Region.of(region))
                .credentialsProvider(model.credentialsProvider())
                .overrideConfiguration(model.overrideConfiguration().toBuilder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .build())
                .httpClient(http);
        model.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @PreDestroy
    void close() {
        clients.values().forEach(CognitoIdentityProviderClient::close);
        http.close();
    }
}
