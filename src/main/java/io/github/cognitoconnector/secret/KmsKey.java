package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/** A key of AWS KMS and the client of its region; closed by whoever opens it. */
final class KmsKey implements AutoCloseable {

    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:kms:(?<region>[a-z0-9-]+):[0-9]{12}:key/[A-Za-z0-9-]+");

    private final KmsClient client;
    private final Aead aead;

    private KmsKey(KmsClient client, String arn) {
        this.client = client;
        this.aead = new KmsAead(client, arn);
    }

    /**
     * @param endpoint of another KMS than the region's own
     * @param deadline for a call with all its retries
     * @param watchers of the calls
     * @throws UnusableKeysetException if the ARN is not one of a key
     */
    static KmsKey open(
            String arn,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            Optional<URI> endpoint,
            Duration deadline,
            List<ExecutionInterceptor> watchers) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new UnusableKeysetException("connector.secrets.kms-key-arn is not the ARN of an AWS KMS key, such as"
                    + " arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab.");
        }
        KmsClientBuilder builder = KmsClient.builder()
                .region(Region.of(parts.group("region")))
                .credentialsProvider(credentials)
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(1))
                .overrideConfiguration(o -> {
                    o.apiCallTimeout(deadline).retryStrategy(AwsRetryStrategy.standardRetryStrategy());
                    watchers.forEach(o::addExecutionInterceptor);
                });
        endpoint.ifPresent(builder::endpointOverride);
        return new KmsKey(builder.build(), arn);
    }

    Aead aead() {
        return aead;
    }

    @Override
    public void close() {
        client.close();
    }
}
