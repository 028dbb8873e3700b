package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.credentials.SessionServer.answer;
import static io.github.cognitoconnector.credentials.SessionServer.closes;
import static io.github.cognitoconnector.credentials.SessionServer.endless;
import static io.github.cognitoconnector.testing.Refusals.refusal;
import static io.github.cognitoconnector.x509.TestCertificates.NOW;
import static io.github.cognitoconnector.x509.TestCertificates.chained;
import static io.github.cognitoconnector.x509.TestCertificates.ec;
import static io.github.cognitoconnector.x509.TestCertificates.order;
import static io.github.cognitoconnector.x509.TestCertificates.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.credentials.SessionServer.Arrived;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.testing.Uncounted;
import io.github.cognitoconnector.x509.TestCertificates.Issued;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

class RolesAnywhereClientTest {

    private static final SdkHttpClient HTTP =
            ApacheHttpClient.builder().socketTimeout(Duration.ofHours(1)).build();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Issued RSA = chained(rsa(2048, "webshop"));
    private static final String SESSION = """
            {"credentialSet": [{"assumedRoleUser": {"arn": "arn:aws:sts::123456789012:assumed-role/users/4711"},
              "credentials": {"accessKeyId": "ASIAEXAMPLE", "secretAccessKey": "CANARY-secret",
                "sessionToken": "CANARY-token", "expiration": "2026-11-20T13:00:00Z"}, "packedPolicySize": 10}],
             "subjectArn": "arn:aws:rolesanywhere:eu-central-1:123456789012:subject/1"}
            """;

    @AfterAll
    static void close() {
        HTTP.close();
    }

    static Stream<Issued> identities() {
        return Stream.of(
                RSA,
                order(rsa(2048, "webshop")).selfSigned(),
                order(ec("secp256r1", "webshop")).selfSigned(),
                chained(ec("secp384r1", "webshop")),
                chained(ec("secp521r1", "webshop")));
    }

    @ParameterizedTest
    @MethodSource("identities")
    void makesASessionWithAVerifiedSignature(Issued identity) throws IOException {
        try (SessionServer server = new SessionServer(answer(201, SESSION))) {
            Session session = client(server.uri(), LONG, NOW).create(choice(identity));
            assertThat(session.expiresAt()).isEqualTo(Instant.parse("2026-11-20T13:00:00Z"));
            assertThat(session.credentials())
                    .isEqualTo(AwsSessionCredentials.builder()
                            .accessKeyId("ASIAEXAMPLE")
                            .secretAccessKey("CANARY-secret")
                            .sessionToken("CANARY-token")
                            .expirationTime(session.expiresAt())
                            .build());
            assertThat(server.arrived()).singleElement().satisfies(request -> {
                assertThat(request.verified()).isTrue();
                assertThat(request.line()).isEqualTo("POST /sessions");
                assertThat(request.headers()).containsEntry("Content-type", "application/json");
                assertThat(request.headers()).containsEntry("X-amz-date", "20261120T120000Z");
                assertThat(request.headers().containsKey("X-amz-x509-chain"))
                        .isEqualTo(identity.chain().size() > 1);
                assertThat(request.body())
                        .isEqualTo(
                                "{\"durationSeconds\":3600,"
                                        + "\"profileArn\":\"arn:aws:rolesanywhere:eu-central-1:123456789012:profile/p\","
                                        + "\"roleArn\":\"arn:aws:iam::123456789012:role/users\","
                                        + "\"trustAnchorArn\":\"arn:aws:rolesanywhere:eu-central-1:123456789012:trust-anchor/t\"}");
            });
        }
    }

    @Test
    void keepsThePathOfItsEndpoint() throws IOException {
        try (SessionServer server = new SessionServer(answer(201, SESSION))) {
            client(URI.create(server.uri() + "/roles/"), LONG, NOW).create(choice(RSA));
            assertThat(server.arrived()).extracting(Arrived::line).containsExactly("POST /roles/sessions");
            assertThat(server.arrived()).allMatch(Arrived::verified);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException, AccessDeniedException, names rolesanywhere.amazonaws.com",
        "403, AccessDeniedException:http://internal.amazon.com/coral/, AccessDeniedException, issued the certificate",
        "404, ResourceNotFoundException, ResourceNotFoundException, Check their ARNs",
        "400, com.amazonaws#ValidationException, ValidationException, duration of sessions",
        "401, <script>, , issued the certificate"
    })
    void saysWhatToDoAboutARefusal(int status, String header, @Nullable String code, String advice) throws IOException {
        var refused =
                answer(status, "{\"message\": \"CANARY\"}", "x-amzn-ErrorType", header, "x-amzn-RequestId", "8f-2a");
        try (SessionServer server = new SessionServer(refused)) {
            ProblemException refusal =
                    refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA)));
            assertThat(refusal.type()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
            assertThat(refusal.detail()).contains(advice);
            assertThat(refusal.upstream()).isEqualTo(new Upstream("rolesanywhere", code, "8f-2a"));
            assertTellsNothing(refusal);
            assertThat(server.arrived()).as("is not repeated").hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, TooManyRequestsException, throttles",
        "400, ThrottlingException, throttles",
        "302, , cannot be used",
        "200, , cannot be used",
        "418, , cannot be used"
    })
    void isUnavailableForAWhile(int status, @Nullable String code, String detail) throws IOException {
        String body = code == null ? "CANARY" : "{\"__type\": \"" + code + "\", \"message\": \"CANARY\"}";
        try (SessionServer server = new SessionServer(answer(status, body))) {
            ProblemException refusal =
                    refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA)));
            assertUnavailable(refusal, detail);
            assertThat(refusal.upstream()).isEqualTo(new Upstream("rolesanywhere", code, null));
            assertThat(server.arrived()).as("is not repeated").hasSize(1);
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (SessionServer elsewhere = new SessionServer(answer(201, SESSION));
                SessionServer server = new SessionServer(answer(307, "", "Location", elsewhere.uri() + "/sessions"))) {
            assertUnavailable(refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA))), "cannot be used");
            assertThat(elsewhere.arrived()).isEmpty();
        }
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "<html>CANARY</html>",
                "CANARY",
                "null",
                "[]",
                "{\"credentialSet\": []}",
                "{\"credentialSet\": \"CANARY\"}",
                "[".repeat(60_000),
                SESSION.substring(0, 150),
                SESSION.replace("2026-11-20T13:00:00Z", "CANARY"),
                SESSION.replace("CANARY-token", " "),
                SESSION.replace("accessKeyId", "accessKey"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatIsNoSession(String body) throws IOException {
        try (SessionServer server = new SessionServer(answer(201, body))) {
            assertUnavailable(refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA))), "cannot be used");
        }
    }

    @Test
    void readsNoMoreThanItMust() throws IOException {
        try (SessionServer server = new SessionServer(endless(201))) {
            assertUnavailable(refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA))), "cannot be used");
        }
        String padded = SESSION + " ".repeat(64 * 1024 - SESSION.length());
        try (SessionServer server = new SessionServer(answer(201, padded), answer(201, padded + " "))) {
            RolesAnywhereClient client = client(server.uri(), LONG, NOW);
            assertThat(client.create(choice(RSA)).credentials().accessKeyId()).isEqualTo("ASIAEXAMPLE");
            assertUnavailable(refusal(() -> client.create(choice(RSA))), "cannot be used");
        }
    }

    @Test
    void triesOnceMoreAfterAFailure() throws IOException {
        for (var failure :
                Stream.of(answer(500, "CANARY"), answer(503, ""), closes()).toList()) {
            try (SessionServer server = new SessionServer(failure, answer(201, SESSION))) {
                Session session = client(server.uri(), LONG, NOW).create(choice(RSA));
                assertThat(session.credentials().accessKeyId()).isEqualTo("ASIAEXAMPLE");
                assertThat(server.arrived()).hasSize(2).allMatch(Arrived::verified);
            }
        }
    }

    @Test
    void triesNoMoreThanTwice() throws IOException {
        try (SessionServer server = new SessionServer(answer(500, "CANARY", "x-amzn-RequestId", "8f-2a"))) {
            ProblemException refusal =
                    refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA)));
            assertUnavailable(refusal, "failure of its own");
            assertThat(refusal.upstream()).isEqualTo(new Upstream("rolesanywhere", null, "8f-2a"));
            assertThat(server.arrived()).hasSize(2);
        }
        try (SessionServer server = new SessionServer(closes())) {
            assertUnavailable(refusal(() -> client(server.uri(), LONG, NOW).create(choice(RSA))), "connection");
            assertThat(server.arrived()).hasSize(2);
        }
    }

    @Test
    void isUnavailableWhereNobodyListens() throws IOException {
        SessionServer gone = new SessionServer(closes());
        gone.close();
        assertUnavailable(refusal(() -> client(gone.uri(), LONG, NOW).create(choice(RSA))), "connection");
    }

    /** The HTTP client alone would wait for an hour. */
    @Test
    @Timeout(60)
    void waitsNoLongerThanItsDeadline() throws IOException {
        try (SessionServer server = new SessionServer()) {
            server.then(server.hangs());
            assertUnavailable(refusal(() -> client(server.uri(), SHORT, NOW).create(choice(RSA))), "in time");
        }
        try (SessionServer server = new SessionServer()) {
            server.then(server.hangsAmidst());
            assertUnavailable(refusal(() -> client(server.uri(), SHORT, NOW).create(choice(RSA))), "in time");
        }
        try (SessionServer server = new SessionServer()) {
            server.then(closes());
            server.then(server.hangs());
            assertUnavailable(
                    refusal(() ->
                            client(server.uri(), Duration.ofSeconds(2), NOW).create(choice(RSA))),
                    "in time");
            assertThat(server.arrived()).hasSize(2);
        }
    }

    @Test
    void doesNotAskWithAnExpiredCertificate() throws IOException {
        try (SessionServer server = new SessionServer(answer(201, SESSION))) {
            Instant end = NOW.plus(Duration.ofDays(30));
            assertThat(client(server.uri(), LONG, end).create(choice(RSA))).isNotNull();
            ProblemException refusal =
                    refusal(() -> client(server.uri(), LONG, end.plusMillis(1)).create(choice(RSA)));
            assertThat(refusal.type()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
            assertThat(refusal.detail()).contains("certificate expired on 2026-12-20T12:00:00Z");
            assertThat(server.arrived()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:rolesanywhere:eu-central-1:123456789012:trust-anchor/t, rolesanywhere.eu-central-1.amazonaws.com",
        "arn:aws-cn:rolesanywhere:cn-north-1:123456789012:trust-anchor/t, rolesanywhere.cn-north-1.amazonaws.com.cn",
        "arn:aws-us-gov:rolesanywhere:us-gov-west-1:123456789012:trust-anchor/t, rolesanywhere.us-gov-west-1.amazonaws.com"
    })
    void knowsEachRegionsEndpoint(String arn, String host) {
        RolesAnywhereEndpoint endpoint = RolesAnywhereEndpoint.of(arn, Optional.empty());
        assertThat(endpoint.base()).isEqualTo(URI.create("https://" + host));
        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.path()).isEqualTo("/sessions");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:rolesanywhere:evil.example/:123456789012:trust-anchor/t",
        "arn:aws:rolesanywhere:eu-central-1@evil:123456789012:trust-anchor/t",
        "arn:aws:rolesanywhere::123456789012:trust-anchor/t",
        "arn:aws:iam::123456789012:role/users",
        "''"
    })
    void makesNoHostOfAnotherArn(String arn) {
        assertThat(refusal(() -> RolesAnywhereEndpoint.of(arn, Optional.empty()))
                        .type())
                .isEqualTo(ProblemType.CREDENTIALS_REJECTED);
    }

    @Test
    void tellsNothingOfWhatWasAnswered() {
        assertThat(new RolesAnywhereAnswer(201, null, "8f-2a", SESSION))
                .hasToString("HTTP 201, code null, request id 8f-2a");
    }

    private static void assertUnavailable(ProblemException refusal, String detail) {
        assertThat(refusal.type()).isEqualTo(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(refusal.detail()).contains(detail);
        assertThat(refusal.upstream()).isNotNull();
        assertTellsNothing(refusal);
    }

    private static void assertTellsNothing(ProblemException refusal) {
        assertThat(Throwables.getStackTrace(refusal)).doesNotContain("CANARY", "PRIVATE KEY", "<script>");
    }

    private static RolesAnywhereClient client(URI endpoint, Duration deadline, Instant now) {
        return new RolesAnywhereClient(
                new Config(endpoint, deadline), region -> HTTP, Uncounted.calls(), InstantSource.fixed(now));
    }

    private static CredentialChoice.RolesAnywhere choice(Issued identity) {
        return new CredentialChoice.RolesAnywhere(
                "arn:aws:rolesanywhere:eu-central-1:123456789012:trust-anchor/t",
                "arn:aws:rolesanywhere:eu-central-1:123456789012:profile/p",
                "arn:aws:iam::123456789012:role/users",
                new Secret(identity.certificatePem()),
                new Secret(identity.keyPem()),
                Duration.ofHours(1));
    }

    private record Config(URI endpoint, Duration deadline) implements AwsConfig {

        @Override
        public Optional<URI> stsEndpoint() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> rolesAnywhereEndpoint() {
            return Optional.of(endpoint);
        }

        @Override
        public Optional<URI> kmsEndpoint() {
            return Optional.empty();
        }

        @Override
        public int maxConnections() {
            return 10;
        }
    }
}
