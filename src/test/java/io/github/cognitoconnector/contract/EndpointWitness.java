package io.github.cognitoconnector.contract;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Any endpoint, such as a pool of AWS, with the SDK's usual credentials; only where the environment gives one. */
record EndpointWitness(CognitoFixture fixture, Optional<String> givenPool, boolean createsPools) implements Witness {

    static final String NAME = "endpoint";
    static final String ENDPOINT = "CONNECTOR_CONTRACT_ENDPOINT";
    static final String CREATE_POOLS = "CONNECTOR_CONTRACT_CREATE_POOLS";
    private static final String USER_POOL_ID = "CONNECTOR_CONTRACT_USER_POOL_ID";
    private static final String REGION = "CONNECTOR_CONTRACT_REGION";

    static EndpointWitness fromEnvironment() {
        CognitoIdentityProviderClient sdk = CognitoIdentityProviderClient.builder()
                .endpointOverride(URI.create(variable(ENDPOINT)))
                .region(Region.of(variable(REGION)))
                .httpClientBuilder(ApacheHttpClient.builder())
                // a real Cognito throttles, which is no answer to any case
                .overrideConfiguration(
                        config -> config.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(8)
                                .build()))
                .build();
        return new EndpointWitness(
                new CognitoFixture(sdk),
                Optional.ofNullable(System.getenv(USER_POOL_ID)),
                Boolean.parseBoolean(System.getenv(CREATE_POOLS)));
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void close() {
        fixture.sdk().close();
    }
}
