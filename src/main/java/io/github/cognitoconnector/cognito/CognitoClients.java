package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderServiceClientConfiguration;

/**
 * The SDK's clients. The managed client of the Cognito extension serves its own region; every other region gets a
 * client with the same configuration, all of those on one HTTP client. There are at most as many as AWS has regions.
 */
@ApplicationScoped
public class CognitoClients {

    private final CognitoIdentityProviderClient managed;
    private final SdkHttpClient http;
    private final Map<String, CognitoIdentityProviderClient> others = new ConcurrentHashMap<>();

    CognitoClients(CognitoIdentityProviderClient managed, CognitoConfig config) {
        this.managed = managed;
        this.http = ApacheHttpClient.builder()
                .maxConnections(config.maxConnections())
                .connectionTimeout(config.connectTimeout())
                .connectionAcquisitionTimeout(config.deadline())
                .socketTimeout(config.deadline())
                .build();
    }

    /** The client for the app's region and credentials; kept and closed here. */
    CognitoIdentityProviderClient of(App app) {
        return app.region().equals(managed.serviceClientConfiguration().region().id())
                ? managed
                : others.computeIfAbsent(app.region(), this::build);
    }

    private CognitoIdentityProviderClient build(String region) {
        CognitoIdentityProviderServiceClientConfiguration like = managed.serviceClientConfiguration();
        var builder = CognitoIdentityProviderClient.builder()
                .region(Region.of(region))
                .credentialsProvider(like.credentialsProvider())
                .overrideConfiguration(like.overrideConfiguration())
                .httpClient(http);
        like.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @PreDestroy
    void close() {
        others.values().forEach(CognitoIdentityProviderClient::close);
        http.close();
    }
}
