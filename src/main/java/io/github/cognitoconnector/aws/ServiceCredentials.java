package io.github.cognitoconnector.aws;

import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The service's own credentials: those that the managed client of the Cognito extension is configured with. */
@ApplicationScoped
public class ServiceCredentials {

    private final CognitoIdentityProviderClient managed;

    public ServiceCredentials(CognitoIdentityProviderClient managed) {
        this.managed = managed;
    }

    /** Finds and renews them by itself. */
    public IdentityProvider<? extends AwsCredentialsIdentity> provider() {
        return managed.serviceClientConfiguration().credentialsProvider();
    }
}
