package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppCredentialsService.AppWithCredentials;
import io.github.cognitoconnector.app.CurrentCaller;
import io.github.cognitoconnector.credentials.AppCredentials;
import io.github.cognitoconnector.credentials.AppCredentials.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderServiceClientConfiguration;

/**
 * Builds the SDK's clients, all on one transport, so that a client is no more than objects. The managed client of the Cognito
 * extension is their model: endpoint and deadline are configured there.
 */
@ApplicationScoped
class ClientFactory {

    private final CognitoIdentityProviderServiceClientConfiguration model;
    private final AppCredentials credentials;
    private final CurrentCaller caller;
    private final CognitoTransport transport;

    ClientFactory(
            CognitoIdentityProviderClient managed,
            AppCredentials credentials,
            CurrentCaller caller,
            CognitoTransport transport) {
        this.model = managed.serviceClientConfiguration();
        this.credentials = credentials;
        this.caller = caller;
        this.transport = transport;
    }

    /** A client that signs with the service's own credentials. */
    LeasedClient ofService(String region) {
        return new LeasedClient(build(region, model.credentialsProvider()), () -> {}, () -> {});
    }

    /** A client that signs with the app's credentials. */
    LeasedClient ofApp(AppWithCredentials stored) {
        App app = stored.app();
        Purpose purpose = new Purpose(app.id(), app.credentialsVersion(), app.region(), app.userPoolId());
        var provider = credentials.provider(stored.choice(), purpose, caller::subject);
        return new LeasedClient(
                build(app.region(), provider),
                () -> credentials.suspect(provider),
                () -> credentials.close(app.id(), provider));
    }

    private CognitoIdentityProviderClient build(
            String region, IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        var builder = CognitoIdentityProviderClient.builder()
                .region(Region.of(region))
                .credentialsProvider(provider)
                .overrideConfiguration(transport.override(model.overrideConfiguration()))
                .httpClient(transport.http());
        model.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
