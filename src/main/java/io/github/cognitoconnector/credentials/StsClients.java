package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.aws.AwsCalls;
import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.aws.AwsTransport;
import io.github.cognitoconnector.aws.ServiceCredentials;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.CredentialUtils;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** One client for the STS of each region in use, signed with the service's own credentials. */
@ApplicationScoped
class StsClients {

    private final ServiceCredentials own;
    private final AwsTransport transport;
    private final AwsCalls calls;
    private final AwsConfig config;
    private final Map<String, StsClient> clients = new ConcurrentHashMap<>();

    StsClients(ServiceCredentials own, AwsTransport transport, AwsCalls calls, AwsConfig config) {
        this.own = own;
        this.transport = transport;
        this.calls = calls;
        this.config = config;
    }

    StsClient of(String region) {
        return clients.computeIfAbsent(region, this::build);
    }

    private StsClient build(String region) {
        var builder = StsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(own())
                .httpClient(transport.http(region))
                .overrideConfiguration(o -> {
                    o.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                            .apiCallTimeout(config.deadline())
                            .scheduledExecutorService(transport.timers());
                    calls.interceptors(Sts.SERVICE).forEach(o::addExecutionInterceptor);
                });
        config.stsEndpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** That there are none is known by the SDK's failure of a call, which does not tell it from a failed connection. */
    private AwsCredentialsProvider own() {
        AwsCredentialsProvider provider = CredentialUtils.toCredentialsProvider(own.provider());
        return () -> {
            try {
                return provider.resolveCredentials();
            } catch (SdkException e) {
                throw ProblemException.of(
                        ProblemType.CREDENTIALS_REJECTED,
                        "The service has no AWS credentials of its own to ask STS with.",
                        e);
            }
        };
    }

    @PreDestroy
    void close() {
        clients.values().forEach(StsClient::close);
    }
}
