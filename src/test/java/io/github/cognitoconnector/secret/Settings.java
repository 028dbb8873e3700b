package io.github.cognitoconnector.secret;

import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.testing.Uncounted;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Configuration of keysets, made by hand. */
record Settings(Optional<String> keyset, Optional<String> kmsKeyArn) implements SecretsConfig {

    static Settings none() {
        return new Settings(Optional.empty(), Optional.empty());
    }

    static Settings keyset(String value) {
        return new Settings(Optional.of(value), Optional.empty());
    }

    static Settings wrapped(String value, String kmsKeyArn) {
        return new Settings(Optional.of(value), Optional.of(kmsKeyArn));
    }

    /** The service's keyset with this configuration, not yet loaded; its own credentials are well-known ones. */
    SecretKeyset unloaded(@Nullable URI kms, Clock clock) {
        CognitoIdentityProviderClient managed = CognitoIdentityProviderClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAOFTHESERVICE", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        KeysetWrapping wrapping = new KeysetWrapping(this, Aws.at(kms), Uncounted.calls(), managed);
        return new SecretKeyset(new KeysetSource(this, wrapping), clock);
    }

    @Override
    public Duration reloadInterval() {
        return Duration.ofSeconds(30);
    }

    /** The services of AWS at one endpoint. */
    record Aws(Optional<URI> kmsEndpoint) implements AwsConfig {

        static Aws at(@Nullable URI endpoint) {
            return new Aws(Optional.ofNullable(endpoint));
        }

        @Override
        public Optional<URI> stsEndpoint() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> rolesAnywhereEndpoint() {
            return Optional.empty();
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int maxConnections() {
            return 1;
        }
    }
}
