package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.aws.AwsTransport;
import io.github.cognitoconnector.aws.ServiceCredentials;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import io.github.cognitoconnector.testing.Uncounted;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What becomes of answers that are none, of an STS on a socket. */
class StsTest {

    private static final CredentialChoice.AssumeRole ROLE =
            new CredentialChoice.AssumeRole("arn:aws:iam::111122223333:role/shop", "external", Duration.ofHours(1));

    private final HttpServer server;
    private final AwsTransport transport;
    private final AwsConfig config;
    private volatile String answer = "";
    private AwsCredentialsProvider own = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    StsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "connector.aws.sts-endpoint",
                                "http://127.0.0.1:" + server.getAddress().getPort()),
                        "test",
                        200))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AwsConfig.class)
                .build()
                .getConfigMapping(AwsConfig.class);
        transport = new AwsTransport(config);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<AssumeRoleResponse/>",
                "<html><body>Welcome</body></html>",
                "{\"AssumeRoleResponse\": {}}",
                "<AssumeRoleResponse><AssumeRoleResult><Credentials/></AssumeRoleResult></AssumeRoleResponse>",
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>"
                        + "<SecretAccessKey>canary</SecretAccessKey><SessionToken>canary</SessionToken>"
                        + "</Credentials></AssumeRoleResult></AssumeRoleResponse>",
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>"
                        + "<SecretAccessKey>canary</SecretAccessKey><SessionToken>canary</SessionToken>"
                        + "<Expiration>soon</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>",
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>"
                        + "<SecretAccessKey></SecretAccessKey><SessionToken>canary</SessionToken><Expiration>"
                        + "2026-11-20T12:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
            })
    void anAnswerWithoutASessionIsNone(String body) {
        answer = body;
        ProblemException refusal = refusal(this::assumeRole);
        assertThat(refusal.type()).isEqualTo(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(refusal.upstream()).isNotNull().extracting(Upstream::service).isEqualTo("sts");
        for (Throwable t = refusal; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("canary");
        }
    }

    @Test
    void aServiceWithoutCredentialsOfItsOwnSaysSo() {
        own = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        };
        ProblemException refusal = refusal(this::assumeRole);
        assertThat(refusal.type()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
        assertThat(refusal.detail()).contains("service");
    }

    private void assumeRole() {
        try (CognitoIdentityProviderClient managed = CognitoIdentityProviderClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(own)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build()) {
            StsClients clients = new StsClients(new ServiceCredentials(managed), transport, Uncounted.calls(), config);
            try {
                var unused = new Sts(clients).assumeRole(ROLE, "eu-central-1", "shop@ada", "{}");
            } finally {
                clients.close();
            }
        }
    }
}
