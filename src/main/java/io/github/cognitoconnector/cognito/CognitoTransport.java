package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.aws.AwsCalls;
import io.github.cognitoconnector.aws.AwsTransport;
import io.github.cognitoconnector.quota.Governor;
import io.github.cognitoconnector.quota.PoolAccounts;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * What all clients of Cognito share: one HTTP client, the same timers, and what looks at their calls. Retries are the SDK's
 * standard mode: three attempts, with a budget that a failing Cognito uses up, for each client its own.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry behavior</a>
 */
@ApplicationScoped
class CognitoTransport {

    private static final String SERVICE = "cognito-idp";

    private final AwsTransport aws;
    private final AwsCalls calls;
    private final GovernedCalls governed;
    private final SdkHttpClient http;

    CognitoTransport(AwsTransport aws, AwsCalls calls, Governor governor, PoolAccounts accounts, CognitoConfig config) {
        this.aws = aws;
        this.calls = calls;
        this.governed = new GovernedCalls(governor, accounts, config.deadline());
        this.http = ApacheHttpClient.builder()
                .maxConnections(config.maxConnections())
                .connectionTimeout(config.connectTimeout())
                .connectionAcquisitionTimeout(config.deadline())
                .socketTimeout(config.deadline())
                .build();
    }

    SdkHttpClient http() {
        return http;
    }

    /**
     * Lost answers are noted before a further attempt waits, which may be in vain. Calls are counted and traced from when the
     * first attempt has its slot.
     */
    ClientOverrideConfiguration override(ClientOverrideConfiguration model) {
        ClientOverrideConfiguration.Builder override = model.toBuilder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                .addExecutionInterceptor(new LostAnswers())
                .addExecutionInterceptor(governed)
                .scheduledExecutorService(aws.timers());
        calls.interceptors(SERVICE).forEach(override::addExecutionInterceptor);
        return override.build();
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
