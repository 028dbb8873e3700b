package io.github.cognitoconnector.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class LeasedClientTest {

    private final AtomicInteger closed = new AtomicInteger();
    private final LeasedClient client = new LeasedClient(
            CognitoIdentityProviderClient.builder()
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build(),
            () -> {},
            closed::incrementAndGet);

    @Test
    void closesWhenNobodyKeepsIt() {
        client.release();
        assertThat(closed).hasValue(1);
        assertThat(client.acquire()).isFalse();
    }

    @Test
    void closesOnlyAfterTheCallsInFlight() {
        assertThat(client.acquire()).isTrue();
        assertThat(client.acquire()).isTrue();
        client.release();
        client.release();
        assertThat(closed).as("retired with one call in flight").hasValue(0);
        assertThat(client.acquire()).as("a call that came with the last one").isTrue();
        client.release();
        client.release();
        assertThat(closed).hasValue(1);
        assertThat(client.acquire()).isFalse();
    }
}
