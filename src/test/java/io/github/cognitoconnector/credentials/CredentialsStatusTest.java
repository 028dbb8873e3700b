package io.github.cognitoconnector.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.aws.AwsTransport;
import io.github.cognitoconnector.aws.ServiceCredentials;
import io.github.cognitoconnector.credentials.AppCredentials.Purpose;
import io.github.cognitoconnector.credentials.CredentialsStatus.FailingSession;
import io.github.cognitoconnector.credentials.CredentialsView.Warning;
import io.github.cognitoconnector.testing.SetClock;
import io.github.cognitoconnector.testing.Uncounted;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
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

    private final HttpServer server;
    private final AwsTransport transport;
    private final AppCredentials credentials;
    private final CredentialsStatus status;
    private volatile boolean refusing;

    CredentialsStatusTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = (refusing ? refusal() : session()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(refusing ? 403 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        SmallRyeConfig config = config("http://127.0.0.1:" + server.getAddress().getPort());
        AwsConfig aws = config.getConfigMapping(AwsConfig.class);
        ServiceCredentials own = new ServiceCredentials(managed);
        transport = new AwsTransport(aws);
        credentials = new AppCredentials(
                own,
                new Sts(new StsClients(own, transport, Uncounted.calls(), aws)),
                new RolesAnywhereClient(aws, transport::http, Uncounted.calls(), clock),
                transport,
                clock);
        status = new CredentialsStatus(credentials, config.getConfigMapping(CredentialsConfig.class), clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        transport.close();
        managed.close();
    }

    @Test
    void aCertificateIsWarnedOfFromThirtyDaysBeforeItsEnd() {
        assertThat(warnings(null)).isEmpty();
        assertThat(warnings(NOW.plus(MONTH))).isEmpty();
        Instant soon = NOW.plus(MONTH).minusSeconds(1);
        assertThat(warnings(soon))
                .containsExactly(new Warning("certificate-expires", "The certificate ends at " + soon + "."));
        assertThat(warnings(NOW.plusSeconds(1))).extracting(Warning::code).containsExactly("certificate-expires");
        assertThat(warnings(NOW))
                .containsExactly(new Warning("certificate-expired", "The certificate ended at " + NOW + "."));
        assertThat(warnings(NOW.minus(MONTH))).extracting(Warning::code).containsExactly("certificate-expired");
    }

    @Test
    void aSessionIsWarnedOfWhileItCannotBeRenewed() {
        IdentityProvider<? extends AwsCredentialsIdentity> provider = provider("shop");
        assertThat(view(null).expiresAt()).isNull();
        use(provider);
        assertThat(view(null).expiresAt()).isEqualTo(NOW.plus(HOUR));
        assertThat(warnings(null)).isEmpty();
        assertThat(status.failingSessions()).isEmpty();

        refusing = true;
        clock.move(HOUR.minusMinutes(5));
        use(provider);
        await().untilAsserted(() ->
                assertThat(status.failingSessions()).containsExactly(new FailingSession("shop", NOW.plus(HOUR))));
        assertThat(warnings(null))
                .containsExactly(new Warning(
                        "session-not-renewed", "The session cannot be renewed; it ends at " + NOW.plus(HOUR) + "."));
        assertThat(warnings(NOW))
                .extracting(Warning::code)
                .containsExactly("certificate-expired", "session-not-renewed");
        assertThat(status.of("blog", stored(null)).warnings()).isEmpty();

        refusing = false;
        clock.move(Duration.ofMinutes(1));
        use(provider);
        await().untilAsserted(() -> assertThat(status.failingSessions()).isEmpty());
        assertThat(warnings(null)).isEmpty();
        assertThat(view(null).expiresAt()).isEqualTo(clock.instant().plus(HOUR));
    }

    @Test
    void ofSeveralFailingSessionsThoseComeFirstThatEndFirst() {
        List<IdentityProvider<? extends AwsCredentialsIdentity>> first = List.of(provider("shop"), provider("mail"));
        first.forEach(CredentialsStatusTest::use);
        clock.move(Duration.ofMinutes(1));
        IdentityProvider<? extends AwsCredentialsIdentity> blog = provider("blog");
        use(blog);
        refusing = true;
        clock.move(HOUR.minusMinutes(5));
        first.forEach(CredentialsStatusTest::use);
        use(blog);
        await().untilAsserted(() -> assertThat(status.failingSessions())
                .containsExactly(
                        new FailingSession("mail", NOW.plus(HOUR)),
                        new FailingSession("shop", NOW.plus(HOUR)),
                        new FailingSession("blog", NOW.plus(HOUR).plusSeconds(60))));
        credentials.close("shop", first.get(0));
        assertThat(status.failingSessions()).extracting(FailingSession::appId).containsExactly("mail", "blog");
    }

    private IdentityProvider<? extends AwsCredentialsIdentity> provider(String app) {
        return credentials.provider(
                new CredentialChoice.AssumeRole(ROLE, "external", HOUR),
                new Purpose(app, 1, "eu-central-1", "eu-central-1_BGOou5Rwx"),
                () -> "ada");
    }

    private static void use(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        assertThat(provider.resolveIdentity().join().accessKeyId()).isEqualTo("ASIAIOSFODNN7EXAMPLE");
    }

    private List<Warning> warnings(@Nullable Instant certificateEnd) {
        List<Warning> warnings = view(certificateEnd).warnings();
        return warnings == null ? List.of() : warnings;
    }

    private CredentialsView view(@Nullable Instant certificateEnd) {
        return status.of("shop", stored(certificateEnd));
    }

    private static CredentialsView stored(@Nullable Instant certificateEnd) {
        return new CredentialsView(
                CredentialsType.ROLES_ANYWHERE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                certificateEnd,
                1,
                null,
                null);
    }

    private String session() {
        return """
               <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
               <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
               <SessionToken>token</SessionToken><Expiration>%s</Expiration>
               </Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(clock.instant().plus(HOUR));
    }

    private static String refusal() {
        return """
               <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
               <Code>AccessDenied</Code><Message>No.</Message></Error><RequestId>1</RequestId></ErrorResponse>""";
    }

    private static SmallRyeConfig config(String endpoint) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("connector.aws.sts-endpoint", endpoint), "test", 200))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AwsConfig.class)
                .withMapping(CredentialsConfig.class)
                .build();
    }
}
