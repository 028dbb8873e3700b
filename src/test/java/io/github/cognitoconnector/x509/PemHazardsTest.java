package io.github.cognitoconnector.x509;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static io.github.cognitoconnector.x509.TestCertificates.NOW;
import static io.github.cognitoconnector.x509.TestCertificates.chained;
import static io.github.cognitoconnector.x509.TestCertificates.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.x509.TestCertificates.Issued;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is pasted: the answer is which field is wrong, nothing else happens, and nothing of it is said again. */
class PemHazardsTest {

    private static final Issued GOOD = chained(rsa(2048, "webshop"));
    private static final List<String> TYPES = List.of(
            "CERTIFICATE",
            "X509 CERTIFICATE",
            "TRUSTED CERTIFICATE",
            "CERTIFICATE REQUEST",
            "X509 CRL",
            "PKCS7",
            "CMS",
            "ATTRIBUTE CERTIFICATE",
            "PUBLIC KEY",
            "RSA PUBLIC KEY",
            "PRIVATE KEY",
            "RSA PRIVATE KEY",
            "EC PRIVATE KEY",
            "DSA PRIVATE KEY",
            "EC PARAMETERS",
            "ENCRYPTED PRIVATE KEY",
            "CANARY-TYPE");

    /** Sequences in sequences as deep as the text may be long, in all the ways in which a length can be written. */
    static Stream<byte[]> bombs() {
        return Stream.of(
                nested(7_000, left -> new byte[] {0x30, (byte) 0x80}),
                nested(14_000, left -> new byte[] {0x30, (byte) 0x80}),
                nested(7_000, left -> new byte[] {0x30, 0x7F}),
                nested(14_000, left -> new byte[] {0x24, (byte) 0x80}),
                nested(7_000, left -> new byte[] {0x30, (byte) 0x82, high(left), low(left)}),
                nested(14_000, left -> new byte[] {(byte) 0xA0, (byte) 0x82, high(left), low(left)}),
                nested(14_000, left -> new byte[] {0x30, (byte) 0x85, 0, 0, 0, high(left), low(left)}),
                nested(14_000, left -> new byte[] {0x3F, 0x1F, (byte) 0x82, high(left), low(left)}),
                nested(9, left -> new byte[] {0x30, (byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}),
                nested(9, left -> new byte[] {0x30, (byte) 0xFF, 0x7F}),
                new byte[0],
                new byte[7_000]);
    }

    /** @param header tag and length of a value, by the length of its content */
    private static byte[] nested(int size, IntFunction<byte[]> header) {
        byte[] bomb = new byte[size];
        int length = header.apply(0).length;
        for (int at = 0; at + length <= size; at += length) {
            System.arraycopy(header.apply(size - at - length), 0, bomb, at, length);
        }
        return bomb;
    }

    private static byte high(int number) {
        return (byte) (number >> Byte.SIZE);
    }

    private static byte low(int number) {
        return (byte) number;
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void survivesBombsInEveryKindOfBlock(byte[] content) {
        for (String type : TYPES) {
            assertBothRefused(block(type, Base64.getMimeEncoder().encodeToString(content)));
        }
    }

    static final List<String> ODDITIES = List.of(
            block("CERTIFICATE", "").repeat(300),
            "-----BEGIN CERTIFICATE-----\n".repeat(300),
            "-----BEGIN ".repeat(900),
            "-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
            "-----BEGIN PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
            "-----BEGIN CERTIFICATE-----\n" + "a: b\n".repeat(1500),
            block("CERTIFICATE", "Proc-Type: 4,ENCRYPTED\nDEK-Info: \n\nMIIB"),
            block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: ,\n\nMIIB"),
            block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\n\nMIIB"),
            block("PRIVATE KEY", "M\u0000IIB"),
            block("CERTIFICATE", "ＭＩＩＢ"),
            block("CERTIFICATE", "MII"),
            "-----BEGIN -----\n-----END -----",
            "\u0000".repeat(9000),
            "\uD800".repeat(100));

    @ParameterizedTest
    @FieldSource("ODDITIES")
    void survivesOddities(String text) {
        assertBothRefused(text);
    }

    @Property(tries = 300)
    void survivesAnyText(@ForAll String text) {
        assertBothRefused(text);
    }

    @Property(tries = 500)
    void survivesAnyBytesInAnyBlock(@ForAll("types") String type, @ForAll byte[] content) {
        assertBothRefused(block(type, Base64.getMimeEncoder().encodeToString(content)));
    }

    /** Either it is still what it was, or it is refused; there is no third way. */
    @Property(tries = 500)
    void survivesDamage(
            @ForAll @IntRange(max = 20_000) int at,
            @ForAll @IntRange(max = 3) int length,
            @ForAll("splinters") String splinter) {
        String certificates = damaged(GOOD.certificatePem(), at, length, splinter);
        String key = damaged(GOOD.keyPem(), at, length, splinter);
        assertReadOrRefused(certificates, GOOD.keyPem(), "/certificate");
        assertReadOrRefused(GOOD.certificatePem(), key, "/privateKey");
    }

    @Property(tries = 300)
    void survivesAnyDamageOfTheDer(@ForAll @IntRange(max = 5_000) int at, @ForAll byte replacement) throws Exception {
        byte[] certificate = GOOD.certificate().getEncoded();
        certificate[at % certificate.length] = replacement;
        byte[] key = GOOD.key().getEncoded();
        key[at % key.length] = replacement;
        assertReadOrRefused(encoded("CERTIFICATE", certificate), GOOD.keyPem(), "/certificate", "/privateKey");
        assertReadOrRefused(GOOD.certificatePem(), encoded("PRIVATE KEY", key), "/privateKey");
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<String> splinters() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "\u0000", "\n", "\r", " ", "=", "-----", "-----BEGIN ", "ä", "😀", ":", "\uFEFF"),
                Arbitraries.strings().ofMaxLength(20));
    }

    private static String damaged(String text, int at, int length, String splinter) {
        int start = at % text.length();
        int end = Math.min(text.length(), start + length);
        return text.substring(0, start) + splinter + text.substring(end);
    }

    private static String encoded(String type, byte[] content) {
        return block(type, Base64.getMimeEncoder().encodeToString(content));
    }

    private static String block(String type, String content) {
        return "-----BEGIN " + type + "-----\n" + content + "\n-----END " + type + "-----\n";
    }

    private static void assertReadOrRefused(String certificates, String key, String... pointers) {
        X509Identity identity;
        try {
            identity = X509Identity.read(certificates, key, NOW);
        } catch (ProblemException refusal) {
            assertThat(refusal.errors())
                    .isNotEmpty()
                    .extracting(FieldError::pointer)
                    .allMatch(pointer -> Arrays.asList(pointers).contains(pointer));
            return;
        }
        assertThat(identity.chain().getFirst().getPublicKey())
                .asInstanceOf(InstanceOfAssertFactories.type(RSAKey.class))
                .extracting(RSAKey::getModulus)
                .isEqualTo(((RSAKey) GOOD.key()).getModulus());
        assertThat(identity.privateKey()).isNotNull();
    }

    private static void assertBothRefused(String text) {
        ProblemException refusal = refusal(() -> X509Identity.read(text, text, NOW));
        assertThat(refusal.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(refusal).hasNoCause();
        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly("/certificate", "/privateKey");
        assertThat(refusal.errors()).extracting(FieldError::detail).allSatisfy(detail -> {
            assertThat(detail).isNotBlank().doesNotContain("CANARY");
        });
    }
}
