package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import io.github.cognitoconnector.aws.AwsCalls;
import io.github.cognitoconnector.aws.AwsConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * What the configured keyset is encrypted with. KMS is called with the service's own credentials, which are those of the
 * Cognito extension's managed client.
 */
@ApplicationScoped
class KeysetWrapping {

    private static final String SERVICE = "kms";

    private final SecretsConfig secrets;
    private final AwsConfig aws;
    private final AwsCalls calls;
    private final CognitoIdentityProviderClient managed;
    private @Nullable KmsKey key;

    KeysetWrapping(SecretsConfig secrets, AwsConfig aws, AwsCalls calls, CognitoIdentityProviderClient managed) {
        this.secrets = secrets;
        this.aws = aws;
        this.calls = calls;
        this.managed = managed;
    }

    /**
     * @return null if the keyset is in clear
     * @throws UnusableKeysetException if the ARN is not one of a key
     */
    synchronized @Nullable Aead aead() {
        if (key == null && secrets.kmsKeyArn().isPresent()) {
            key = KmsKey.open(
                    secrets.kmsKeyArn().get(),
                    managed.serviceClientConfiguration().credentialsProvider(),
                    aws.kmsEndpoint(),
                    aws.deadline(),
                    calls.interceptors(SERVICE));
        }
        return key == null ? null : key.aead();
    }

    @PreDestroy
    synchronized void close() {
        if (key != null) {
            key.close();
        }
    }
}
