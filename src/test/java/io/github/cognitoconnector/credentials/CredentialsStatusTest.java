package io.github.cognitoconnector.credentials;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoconnector.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** With sessions of an STS that says what the test wants it to say, over a socket. */
class CredentialsStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ROLE = "arn:aws:iam::111122223333:role/shop";

    private final SetClock clock = new SetClock(NOW);
    private final CognitoIdentityProviderClient managed = CognitoIdentityProviderClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();

    private HttpServer server = start();
    private volatile boolean refusing;
    private AppCredentials credentials = connect();
    private CredentialsStatus status =
            new CredentialsStatus(credentials, config().getConfigMapping(CredentialsConfig.class), clock);

    @AfterEach
    void stop() {
        server.stop(0);
        managed.close();
    }
}
