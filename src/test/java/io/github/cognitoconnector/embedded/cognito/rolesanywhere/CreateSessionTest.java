package io.github.cognitoconnector.embedded.cognito.rolesanywhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.testing.Callers;
import io.github.cognitoconnector.embedded.cognito.testing.CertificateHolder;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class CreateSessionTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Callers CALLERS = new Callers(COGNITO);
    private static final CertificateAuthority ROOT = CertificateAuthority.root("root", KeyKind.RSA);
    private static final Issued HOLDER = ROOT.issue("app", KeyKind.EC);
    private static final String INSUFFICIENT = "Untrusted certificate. Insufficient certificate";
    private static final String UNTRUSTED = "Untrusted signing certificate";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @BeforeEach
    void register() {
        register("");
    }

    @AfterEach
    void reset() {
        CALLERS.reset();
    }

    private static void register(String more) {
        COGNITO.put("identities", "{\"trustAnchors\":[" + anchor(ROOT) + "]" + more + "}");
    }

    private static String anchor(CertificateAuthority authority) {
        return Json.write(
                Json.object().put("arn", CertificateHolder.ANCHOR).put("certificate", authority.certificatePem()));
    }

    private static HttpResponse<String> send(CertificateHolder holder) {
        return COGNITO.send(holder.to(endpoint()));
    }

    private static URI endpoint() {
        return COGNITO.server().endpoint();
    }

    private static CertificateHolder holder() {
        return new CertificateHolder(HOLDER);
    }

    private static JsonNode created(CertificateHolder holder) {
        HttpResponse<String> response = send(holder);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Json.parse(response.body()).orElseThrow();
    }

    private static AwsCredentials session(CertificateHolder holder) {
        JsonNode credentials = created(holder).at("/credentialSet/0/credentials");
        return AwsSessionCredentials.create(
                credentials.path("accessKeyId").asText(),
                credentials.path("secretAccessKey").asText(),
                credentials.path("sessionToken").asText());
    }

    private static void assertRefused(CertificateHolder holder, int status, String code, String message) {
        HttpResponse<String> response = send(holder);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amzn-errortype")).hasValue(code);
        assertThat(Json.parse(response.body()).orElseThrow().path("message").asText())
                .contains(message);
    }

    private static void assertDenied(CertificateHolder holder, String message) {
        assertRefused(holder, 403, "AccessDeniedException", message);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void holderGetsASessionThatWorks(KeyKind key) {
        CALLERS.read(session(new CertificateHolder(ROOT.issue("app", key))));
    }

    @Test
    void answerHasTheServicesShape() {
        JsonNode answer = created(holder());
        JsonNode set = answer.path("credentialSet").path(0);
        String serial = HOLDER.certificate().getSerialNumber().toString(16);

        assertThat(set.at("/assumedRoleUser/arn").asText())
                .startsWith("arn:aws:sts::123456789012:assumed-role/directory/")
                .endsWith(serial);
        assertThat(set.at("/assumedRoleUser/assumedRoleId").asText()).endsWith(serial);
        assertThat(set.path("roleArn").asText()).isEqualTo(Callers.ROLE);
        assertThat(set.path("sourceIdentity").asText()).contains("CN=app");
        assertThat(set.path("packedPolicySize").isInt()).isTrue();
        assertThat(Instant.parse(set.at("/credentials/expiration").asText()))
                .isCloseTo(Instant.now().plusSeconds(900), within(10, ChronoUnit.SECONDS));
        assertThat(answer.path("subjectArn").asText())
                .matches("arn:aws:rolesanywhere:us-east-1:123456789012:subject/[0-9a-f-]{36}");
    }

    @Test
    void membersMayStandInTheBody() {
        CertificateHolder holder = holder().query("roleArn", "")
                .query("profileArn", "")
                .query("trustAnchorArn", "")
                .body(Json.write(Json.object()
                        .put("roleArn", Callers.ROLE)
                        .put("profileArn", CertificateHolder.PROFILE)
                        .put("trustAnchorArn", CertificateHolder.ANCHOR)
                        .put("roleSessionName", "connector")));

        assertThat(created(holder).at("/credentialSet/0/assumedRoleUser/arn").asText())
                .isEqualTo(Callers.SESSION_ARN);
    }

    @Test
    void chainLeadsToTheAnchorInAnyOrder() {
        CertificateAuthority upper = ROOT.intermediate("upper", KeyKind.EC);
        CertificateAuthority lower = upper.intermediate("lower", KeyKind.RSA);
        Issued issued = lower.issue("app", KeyKind.RSA);

        created(new CertificateHolder(issued));
        created(new CertificateHolder(issued).chain(issued.chain().reversed()));
        assertDenied(new CertificateHolder(issued).without("x-amz-x509-chain"), UNTRUSTED);
        assertDenied(new CertificateHolder(issued).chain(List.of(lower.certificate())), UNTRUSTED);
    }

    @Test
    void chainHasFiveCertificatesAtMost() {
        CertificateAuthority authority = ROOT;
        for (int i = 1; i <= 5; i++) {
            authority = authority.intermediate("authority " + i, KeyKind.EC);
        }

        created(new CertificateHolder(authority.issue("app", KeyKind.EC)));
        Issued deeper = authority.intermediate("authority 6", KeyKind.EC).issue("app", KeyKind.EC);
        assertRefused(new CertificateHolder(deeper), 400, "ValidationException", "chain");
    }

    @Test
    void headersMayBeLong() {
        created(holder().header("x-amz-long", "x".repeat(16_000)));
    }

    @Test
    void certificateOfAnotherAuthorityIsRefused() {
        CertificateAuthority namesake = CertificateAuthority.root("root", KeyKind.RSA);
        Issued stranger = namesake.issue("app", KeyKind.RSA);

        assertDenied(new CertificateHolder(stranger), UNTRUSTED);
        assertDenied(new CertificateHolder(stranger).chain(List.of(namesake.certificate())), UNTRUSTED);
    }

    @Test
    void issuerThatIsNoAuthorityIsRefused() {
        Issued leaf = ROOT.issue("leaf", KeyKind.EC);
        Issued below = CertificateAuthority.of(leaf).issue("app", KeyKind.EC);

        assertDenied(new CertificateHolder(below).chain(List.of(leaf.certificate())), UNTRUSTED);
    }

    @Test
    void certificateThatMayNotSignIsRefused() {
        Wish wish = Wish.endEntity("app", KeyKind.EC);

        assertDenied(new CertificateHolder(ROOT.issue(wish.withoutSignature())), INSUFFICIENT);
        assertDenied(new CertificateHolder(ROOT.issue(wish.asAuthority())), INSUFFICIENT);
    }

    @Test
    void certificateOfAnotherTimeIsRefused() {
        Wish wish = Wish.endEntity("app", KeyKind.EC);
        Instant now = Instant.now();

        assertDenied(new CertificateHolder(ROOT.issue(wish.expired())), "expired");
        assertDenied(
                new CertificateHolder(ROOT.issue(wish.valid(now.plusSeconds(3600), now.plusSeconds(7200)))), "expired");
    }

    @Test
    void certificateEndsByTheClockOfTheServer() {
        COGNITO.put("clock", "{\"offsetSeconds\":172800}");

        assertDenied(holder().at(Instant.now().plusSeconds(172_800)), "expired");
    }

    @Test
    void intermediateThatHasEndedIsRefused() {
        Instant now = Instant.now();
        Issued ended =
                ROOT.issue(Wish.endEntity("ended", KeyKind.EC).asAuthority().expired());
        Issued issued = CertificateAuthority.of(ended)
                .issue(Wish.endEntity("app", KeyKind.EC).valid(now.minusSeconds(60), now.plusSeconds(3600)));

        assertDenied(new CertificateHolder(issued).chain(List.of(ended.certificate())), UNTRUSTED);
    }

    @Test
    void whatIsSignedCannotBeChanged() {
        Issued other = ROOT.issue("other", KeyKind.EC);
        String otherSerial = other.certificate().getSerialNumber().toString();

        assertDenied(holder().sending("content-type", "text/json"), "signature");
        assertDenied(
                new CertificateHolder(new Issued(other.certificate(), HOLDER.privateKey(), List.of())), "signature");
        assertDenied(holder().serial(otherSerial), "Serial number");
        assertDenied(holder().algorithm("AWS4-X509-RSA-SHA256"), "signature");
        assertDenied(holder().algorithm("AWS4-HMAC-SHA256"), "Authorization");
        assertDenied(holder().service("sts"), "scoped to correct service: 'rolesanywhere'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-x509", "x-amz-x509-chain"})
    void certificatesHaveToBeSigned(String header) {
        Issued issued = ROOT.intermediate("upper", KeyKind.EC).issue("app", KeyKind.EC);

        assertDenied(new CertificateHolder(issued).unsigned(header), "'" + header + "' must be a 'SignedHeader'");
    }

    @Test
    void signatureOfAnotherTimeIsRefused() {
        assertDenied(holder().at(Instant.now().minusSeconds(1000)), "Signature expired");
        assertDenied(holder().at(Instant.now().plusSeconds(1000)), "Signature not yet current");
    }

    @Test
    void requestWithoutACertificateIsRefused() {
        assertDenied(holder().without("x-amz-x509"), "Missing X-Amz-X509");
        assertRefused(holder().header("x-amz-x509", "AAAA"), 400, "ValidationException", "parse certificate");
        assertRefused(holder().header("x-amz-x509-chain", "no,base64"), 400, "ValidationException", "parse");
    }

    @Test
    void unknownAnchorIsNotFound() {
        String other = CertificateHolder.ANCHOR.replace("0a1b", "0a1c");

        assertRefused(holder().query("trustAnchorArn", other), 404, "ResourceNotFoundException", "Trust anchor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roleArn", "profileArn", "trustAnchorArn"})
    void memberThatIsMissingOrWrongIsRefused(String name) {
        assertRefused(holder().query(name, ""), 400, "ValidationException", name);
        assertRefused(holder().query(name, "arn:aws:iam::1:x"), 400, "ValidationException", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"durationSeconds\":899}",
                "{\"durationSeconds\":43201}",
                "{\"durationSeconds\":\"900\"}",
                "{\"roleSessionName\":\"no blanks\"}",
                "[]",
                "{"
            })
    void bodyIsChecked(String body) {
        assertRefused(holder().body(body), 400, "ValidationException", "");
    }

    @Test
    void durationIsAnHourUnlessAskedForAndTwelveAtMost() {
        assertThat(Instant.parse(created(holder().body("{}"))
                        .at("/credentialSet/0/credentials/expiration")
                        .asText()))
                .isCloseTo(Instant.now().plusSeconds(3600), within(10, ChronoUnit.SECONDS));
        assertThat(Instant.parse(created(holder().body("{\"durationSeconds\":43200}"))
                        .at("/credentialSet/0/credentials/expiration")
                        .asText()))
                .isCloseTo(Instant.now().plusSeconds(43_200), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void roleThatTrustsNobodyIsRefused() {
        register(",\"roles\":[{\"arn\":\"" + Callers.ROLE + "\",\"denied\":true}]");

        assertDenied(holder(), "Unable to assume role for " + Callers.ROLE);
    }

    @Test
    void sessionObeysItsRoleAndItsEnd() {
        AwsCredentials session = session(holder());
        register(",\"roles\":[{\"arn\":\"" + Callers.ROLE + "\",\"deniedActions\":[\"cognito-idp:AdminGetUser\"]}]");
        assertThat(CALLERS.refusalOfReading(session, TestCognito.DEMO)).startsWith("400 AccessDeniedException: ");
        COGNITO.put("clock", "{\"offsetSeconds\":901}");

        assertThat(CALLERS.refusalOfReading(session, TestCognito.DEMO)).startsWith("400 ExpiredTokenException: ");
    }

    @Test
    void sessionsAreCreatedByPostOnly() {
        assertThat(COGNITO.get("/sessions").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"AccessDeniedException,403", "TooManyRequestsException,429", "InternalServerException,500"})
    void faultIsAnError(String code, int status) {
        COGNITO.put("faults", "[{\"operation\":\"CreateSession\",\"error\":\"" + code + "\",\"times\":1}]");

        assertRefused(holder(), status, code, "");
        created(holder());
        assertThat(COGNITO.control("GET", "stats", "").body()).contains("\"CreateSession\":{\"calls\":2,");
    }

    @Test
    void faultOfTheNetworkIsNoAnswer() {
        COGNITO.put("faults", "[{\"operation\":\"CreateSession\",\"error\":\"RESET\"}]");

        assertThatThrownBy(() -> send(holder())).isInstanceOf(UncheckedIOException.class);
    }
}
