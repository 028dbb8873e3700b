package io.github.cognitoconnector.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.aws.AwsTransport;
import io.github.cognitoconnector.aws.ServiceCredentials;
import io.github.cognitoconnector.credentials.AppCredentials.Purpose;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.SetClock;
import io.github.cognitoconnector.testing.Uncounted;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What the callers of one app, many of them, cost STS and the other apps; with an STS on a socket. */
class SessionsOfOneAppTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CALLERS = 100;
    private static final int CONNECTIONS = 20;
    private static final String KEY = "ASIAIOSFODNN7EXAMPLE";
    private static final String ROLE = "arn:aws:iam::111122223333:role/shop";
    private static final String REFUSAL = """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
            <Code>AccessDenied</Code><Message>No.</Message></Error><RequestId>1</RequestId></ErrorResponse>""";

    private final SetClock clock = new SetClock(NOW);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ThreadLocal<String> caller = ThreadLocal.withInitial(() -> "ada");
    private final CognitoIdentityProviderClient managed = CognitoIdentityProviderClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();
    private final AwsTransport transport;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final HttpServer server;
    private final AppCredentials credentials;
    private volatile boolean refusing;

    SessionsOfOneAppTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        AwsConfig aws = config();
        ServiceCredentials own = new ServiceCredentials(managed);
        transport = new AwsTransport(aws);
        credentials = new AppCredentials(
                own,
                new Sts(new StsClients(own, transport, Uncounted.calls(), aws)),
                new RolesAnywhereClient(aws, transport::http, Uncounted.calls(), clock),
                transport,
                clock);
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        threads.close();
        server.stop(0);
        transport.close();
        managed.close();
    }

    @Test
    void manyCallersOfARefusedRoleAskAwsAFewTimesOnly() throws Exception {
        IdentityProvider<? extends AwsCredentialsIdentity> app = provider("shop");
        refusing = true;
        for (Future<Object> answer : ask(app, CALLERS)) {
            assertThat(answer.get()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
        }
        assertThat(asked).hasValueLessThanOrEqualTo(2 * SessionAttempts.AT_A_TIME);
        refusing = false;
        clock.move(RenewingSession.AFTER_FAILURE);
        assertThat(ask(app, 1).getFirst().get()).isEqualTo(KEY);
    }

    @Test
    void aCallerWhoIsRefusedKeepsNobodyElseOut() throws Exception {
        IdentityProvider<? extends AwsCredentialsIdentity> app = provider("shop");
        for (int i = 0; i < 3 * SessionAttempts.AT_A_TIME; i++) {
            refusing = true;
            assertThat(ask(app, "refused").get()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
            refusing = false;
            assertThat(ask(app, "caller-" + i).get()).isEqualTo(KEY);
            clock.move(RenewingSession.AFTER_FAILURE);
        }
    }

    @Test
    void anAppWhoseSessionsHangLeavesConnectionsToOthers() throws Exception {
        List<Future<Object>> waiting = ask(provider("hanging"), CALLERS);
        await().until(() -> asked.get() >= SessionAttempts.AT_A_TIME);
        assertThat(ask(provider("blog"), "ada").get()).isEqualTo(KEY);
        assertThat(waiting).as("still waiting").noneMatch(Future::isDone);
        hanging.countDown();
        for (Future<Object> answer : waiting) {
            assertThat(answer.get()).isEqualTo(KEY);
        }
    }

    @Test
    void aRegionThatHangsLeavesConnectionsToOthers() throws Exception {
        List<Future<Object>> waiting = IntStream.rangeClosed(0, CONNECTIONS / SessionAttempts.AT_A_TIME)
                .mapToObj(i -> ask(provider("hanging-" + i), SessionAttempts.AT_A_TIME))
                .flatMap(List::stream)
                .toList();
        await().until(() -> asked.get() >= CONNECTIONS);
        assertThat(ask(provider("blog", "eu-west-1"), "ada").get()).isEqualTo(KEY);
        assertThat(waiting).as("still waiting").noneMatch(Future::isDone);
        hanging.countDown();
        for (Future<Object> answer : waiting) {
            assertThat(answer.get()).isEqualTo(KEY);
        }
    }

    private List<Future<Object>> ask(IdentityProvider<? extends AwsCredentialsIdentity> app, int callers) {
        return IntStream.range(0, callers)
                .mapToObj(i -> ask(app, "caller-" + i))
                .toList();
    }

    /** The key that the caller gets, or why there is none. */
    private Future<Object> ask(IdentityProvider<? extends AwsCredentialsIdentity> app, String name) {
        return threads.submit(() -> {
            caller.set(name);
            try {
                return app.resolveIdentity().join().accessKeyId();
            } catch (ProblemException e) {
                return e.type();
            }
        });
    }

    private IdentityProvider<? extends AwsCredentialsIdentity> provider(String app) {
        return provider(app, "eu-central-1");
    }

    private IdentityProvider<? extends AwsCredentialsIdentity> provider(String app, String region) {
        return credentials.provider(
                new CredentialChoice.AssumeRole(ROLE, "external", HOUR),
                new Purpose(app, 1, region, region + "_BGOou5Rwx"),
                caller::get);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.incrementAndGet();
        if (request.contains("RoleSessionName=hanging")) {
            awaitQuietly(hanging);
        }
        byte[] answer = (refusing ? REFUSAL : session()).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(refusing ? 403 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String session() {
        return """
               <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
               <AccessKeyId>%s</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
               <SessionToken>token</SessionToken><Expiration>%s</Expiration>
               </Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(KEY, NOW.plus(HOUR));
    }

    private AwsConfig config() {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "connector.aws.sts-endpoint",
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                                "connector.aws.max-connections",
                                String.valueOf(CONNECTIONS),
                                "connector.aws.deadline",
                                "20S"),
                        "test",
                        200))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AwsConfig.class)
                .build()
                .getConfigMapping(AwsConfig.class);
    }
}
