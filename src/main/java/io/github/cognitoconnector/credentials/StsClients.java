package io.github.cognitoconnector.credentials;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** One client for the STS of each region in use, signed with the service's own credentials. */
@ApplicationScoped
class StsClients {

    private final ServiceCredentials own;
    private final AwsTransport transport;
    private final AwsConfig config;
    private final Map<String, StsClient> clients = new ConcurrentHashMap<>();

    StsClients(ServiceCredentials own, AwsTransport transport, AwsConfig config) {
        this.own = own;
        this.transport = transport;
        this.config = config;
    }

    StsClient of(String region) {
        return clients.computeIfAbsent(region, this::build);
    }

    private StsClient build(String region) {
        var builder = StsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(own.provider())
                .httpClient(transport.http())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .apiCallTimeout(config.deadline())
                        .scheduledExecutorService(transport.timers()));
        config.stsEndpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @PreDestroy
    void close() {
        clients.values().forEach(StsClient::close);
    }
}
