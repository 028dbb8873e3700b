package io.github.cognitoconnector.x509;

import static io.github.cognitoconnector.x509.TestCertificates.NOW;
import static io.github.cognitoconnector.x509.TestCertificates.chained;
import static io.github.cognitoconnector.x509.TestCertificates.ec;
import static io.github.cognitoconnector.x509.TestCertificates.order;
import static io.github.cognitoconnector.x509.TestCertificates.rsa;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.x509.TestCertificates.Issued;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class X509SignerTest {

    private static final String HOST = "rolesanywhere.eu-central-1.amazonaws.com";
    private static final String PATH = "/sessions";
    private static final Map<String, String> CONTENT = Map.of("Content-Type", "application/json");
    private static final List<X509Signer> SIGNERS = List.of(
            signer(chained(rsa(2048, "webshop"))),
            signer(order(ec("secp256r1", "webshop")).selfSigned()),
            signer(chained(ec("secp384r1", "webshop"))),
            signer(chained(ec("secp521r1", "webshop"))));

    /**
     * The worked values of AWS's test suite for Signature Version 4, whose canonical form this is; each hash is the last
     * line of a published string to sign.
     */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            POST, -,            -,                                 '',             553f88c9e4d10fc9e109e2aeb65f030801b70c2f6468faca261d401ae622fc87
            POST, content-type, application/x-www-form-urlencoded, 'Param1=value1', 42a5e5bb34198acb3e84da4f085bb7927f2bc277ca766e6d19c73c2154021281
            """)
    void hashesAsPublished(String method, String name, String value, String payload, String hash) {
        SortedMap<String, String> headers = suiteHeaders();
        if (name != null) {
            headers.put(name, value);
        }
        assertThat(hashed(X509Signer.canonicalRequest(method, "/", headers, payload)))
                .isEqualTo(hash);
    }

    @Test
    void trimsValuesAsPublished() {
        SortedMap<String, String> headers = suiteHeaders();
        headers.put("my-header1", " value1");
        headers.put("my-header2", " \"a   b   c\"");
        assertThat(hashed(X509Signer.canonicalRequest("GET", "/", headers, "")))
                .isEqualTo("a726db9b0df21c14f559d0a978e563112acb1b9e05476f0a6a1c7d68f28605c7");
    }

    /** The string to sign of AWS's description of the procedure. */
    @Test
    void makesTheStringToSignAsPublished() {
        String scope = "20211103/us-east-1/rolesanywhere/aws4_request";
        assertThat(X509Signer.stringToSign("AWS4-X509-RSA-SHA256", "20211103T120000Z", scope, ""))
                .isEqualTo("""
                        AWS4-X509-RSA-SHA256
                        20211103T120000Z
                        20211103/us-east-1/rolesanywhere/aws4_request
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855""");
    }

    @Test
    void namesAlgorithmSerialNumberScopeAndHeaders() {
        BigInteger serial = new BigInteger("340282366920938463463374607431768211455");
        Issued rsa = order(rsa(2048, "webshop")).serial(serial).selfSigned();
        assertThat(signed(signer(rsa), "{}").get("authorization"))
                .matches("AWS4-X509-RSA-SHA256 Credential=340282366920938463463374607431768211455"
                        + "/20261120/eu-central-1/rolesanywhere/aws4_request, "
                        + "SignedHeaders=content-type;host;x-amz-date;x-amz-x509, Signature=[0-9a-f]{512}");
        assertThat(signed(signer(chained(ec("secp256r1", "webshop"))), "{}").get("authorization"))
                .matches(
                        "AWS4-X509-ECDSA-SHA256 Credential=4711/20261120/eu-central-1/rolesanywhere/aws4_request, "
                                + "SignedHeaders=content-type;host;x-amz-date;x-amz-x509;x-amz-x509-chain, Signature=30[0-9a-f]+");
    }

    @Test
    void sendsTheCertificates() throws GeneralSecurityException {
        Issued issued = chained(rsa(2048, "webshop"));
        SortedMap<String, String> headers = signed(signer(issued), "{}");
        assertThat(headers.get("x-amz-x509"))
                .isEqualTo(
                        Base64.getEncoder().encodeToString(issued.certificate().getEncoded()));
        String[] issuers = headers.getOrDefault("x-amz-x509-chain", "").split(",", -1);
        assertThat(issuers).hasSize(2);
        assertThat(SignatureCheck.certificate(issuers[0]))
                .isEqualTo(issued.chain().get(1));
        assertThat(SignatureCheck.certificate(issuers[1]))
                .isEqualTo(issued.chain().get(2));
        assertThat(signed(signer(order(rsa(2048, "webshop")).selfSigned()), "{}"))
                .containsOnlyKeys("authorization", "content-type", "x-amz-date", "x-amz-x509");
    }

    @Test
    void encodesThePathOnceMore() {
        assertThat(X509Signer.canonicalRequest("POST", "/a%20b/sessions", new TreeMap<>(), ""))
                .startsWith("POST\n/a%2520b/sessions\n\n");
    }

    @Test
    void tellsNothingOfThePayload() {
        assertThat(new X509Signer.Unsigned("POST", HOST, PATH, CONTENT, "CANARY"))
                .hasToString("Unsigned[POST " + HOST + "/sessions]");
    }

    @Property(tries = 100)
    void everySignatureVerifies(
            @ForAll("signers") X509Signer signer,
            @ForAll String payload,
            @ForAll @IntRange(max = 2_000_000_000) int second) {
        Map<String, String> headers = arrived(signer.sign(request(payload), Instant.ofEpochSecond(second)));
        assertThat(SignatureCheck.verifies("POST", PATH, headers, payload.getBytes(UTF_8)))
                .isTrue();
    }

    @Property(tries = 150)
    void anyChangedByteOfThePayloadBreaksIt(
            @ForAll("signers") X509Signer signer, @ForAll @IntRange(max = 99) int at, @ForAll byte other) {
        String payload = "x".repeat(100);
        byte[] changed = payload.getBytes(UTF_8);
        Assume.that(changed[at] != other);
        changed[at] = other;
        Map<String, String> headers = arrived(signed(signer, payload));
        assertThat(SignatureCheck.verifies("POST", PATH, headers, payload.getBytes(UTF_8)))
                .isTrue();
        assertThat(SignatureCheck.verifies("POST", PATH, headers, changed)).isFalse();
    }

    @Property(tries = 300)
    void anyChangedCharacterOfAHeaderBreaksIt(
            @ForAll("signers") X509Signer signer,
            @ForAll("names") String name,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll("characters") char other) {
        Map<String, String> headers = arrived(signed(signer, "{}"));
        StringBuilder value = new StringBuilder(headers.get(name));
        Assume.that(value.charAt(at % value.length()) != other);
        value.setCharAt(at % value.length(), other);
        headers.put(name, value.toString());
        assertThat(SignatureCheck.verifies("POST", PATH, headers, "{}".getBytes(UTF_8)))
                .isFalse();
    }

    @Test
    void anotherMethodOrPathBreaksIt() {
        Map<String, String> headers = arrived(signed(SIGNERS.getFirst(), "{}"));
        byte[] payload = "{}".getBytes(UTF_8);
        assertThat(SignatureCheck.verifies("POST", PATH, headers, payload)).isTrue();
        assertThat(SignatureCheck.verifies("PUT", PATH, headers, payload)).isFalse();
        assertThat(SignatureCheck.verifies("POST", "/session", headers, payload))
                .isFalse();
    }

    @Provide
    Arbitrary<X509Signer> signers() {
        return Arbitraries.of(SIGNERS);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("host", "content-type", "x-amz-date", "x-amz-x509", "authorization");
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars()
                .range('0', '9')
                .range('a', 'z')
                .range('A', 'Z')
                .with('/', '+', '.');
    }

    private static X509Signer signer(Issued issued) {
        return new X509Signer(X509Identity.read(issued.certificatePem(), issued.keyPem(), NOW), "eu-central-1");
    }

    private static X509Signer.Unsigned request(String payload) {
        return new X509Signer.Unsigned("POST", HOST, PATH, CONTENT, payload);
    }

    private static SortedMap<String, String> signed(X509Signer signer, String payload) {
        return signer.sign(request(payload), NOW);
    }

    private static Map<String, String> arrived(Map<String, String> sent) {
        Map<String, String> headers = new HashMap<>(sent);
        headers.put("host", HOST);
        return headers;
    }

    private static SortedMap<String, String> suiteHeaders() {
        return new TreeMap<>(Map.of("host", "example.amazonaws.com", "x-amz-date", "20150830T123600Z"));
    }

    /** The last line of the string to sign. */
    private static String hashed(String canonicalRequest) {
        String text = X509Signer.stringToSign("", "", "", canonicalRequest);
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
