package io.github.cognitoconnector.x509;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static io.github.cognitoconnector.x509.TestCertificates.NOW;
import static io.github.cognitoconnector.x509.TestCertificates.authority;
import static io.github.cognitoconnector.x509.TestCertificates.chained;
import static io.github.cognitoconnector.x509.TestCertificates.ec;
import static io.github.cognitoconnector.x509.TestCertificates.ed25519;
import static io.github.cognitoconnector.x509.TestCertificates.order;
import static io.github.cognitoconnector.x509.TestCertificates.pem;
import static io.github.cognitoconnector.x509.TestCertificates.pkcs8;
import static io.github.cognitoconnector.x509.TestCertificates.rsa;
import static io.github.cognitoconnector.x509.TestCertificates.secp256k1;
import static io.github.cognitoconnector.x509.TestCertificates.traditional;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.x509.TestCertificates.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class X509IdentityTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final String CURVE_NAME =
            "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    private static final Issued GOOD = chained(rsa(2048, "webshop"));

    static Stream<KeyPair> usableKeys() {
        return Stream.of(
                rsa(2048, "webshop"),
                rsa(3072, "webshop"),
                ec("secp256r1", "webshop"),
                ec("secp384r1", "webshop"),
                ec("secp521r1", "webshop"));
    }

    @ParameterizedTest
    @MethodSource("usableKeys")
    void readsEachKindOfKeyInBothSpellings(KeyPair keys) {
        Issued issued = chained(keys);
        for (String key : List.of(pkcs8(keys.getPrivate()), traditional(keys.getPrivate()))) {
            X509Identity identity = X509Identity.read(issued.certificatePem(), key, NOW);
            assertThat(identity.chain()).isEqualTo(issued.chain());
            assertThat(number(identity.privateKey())).isEqualTo(number(keys.getPrivate()));
        }
    }

    @Test
    void readsAKeyAfterTheNameOfItsCurve() {
        KeyPair keys = ec("secp256r1", "webshop");
        String key = CURVE_NAME + traditional(keys.getPrivate());
        X509Identity identity = X509Identity.read(chained(keys).certificatePem(), key, NOW);
        assertThat(number(identity.privateKey())).isEqualTo(number(keys.getPrivate()));
    }

    @Test
    void takesTextAsPeoplePasteIt() {
        String certificates = "\uFEFFBag Attributes: friendly\r\n"
                + GOOD.certificatePem().replace("\n", " \r\n\t ") + "\r\n\r\nthe end";
        assertThat(X509Identity.read(certificates, "  " + GOOD.keyPem().replace("\n", "\r"), NOW)
                        .chain())
                .isEqualTo(GOOD.chain());
    }

    @Test
    void tellsWhoItIs() {
        Issued issued = order(rsa(2048, "webshop"))
                .serial(new BigInteger("340282366920938463463374607431768211455"))
                .valid(YESTERDAY, NOW.plus(Duration.ofDays(300)))
                .by(authority("root"));
        X509Identity identity = X509Identity.read(issued.certificatePem(), issued.keyPem(), NOW);
        assertThat(identity.subject()).isEqualTo("CN=webshop,O=Example");
        assertThat(identity.serialNumber()).isEqualTo("340282366920938463463374607431768211455");
        assertThat(identity.expiresAt()).as("of the CA, which expires first").isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(identity).hasToString("X509Identity[subject=CN=webshop,O=Example, expiresAt=2026-12-20T12:00:00Z]");
    }

    @Test
    void cutsALongSubjectAndHidesItsControlCharacters() {
        Issued issued = order(rsa(2048, "webshop"))
                .subject("CN=a\u0007b" + "x".repeat(505) + "😀😀")
                .selfSigned();
        String subject =
                X509Identity.read(issued.certificatePem(), issued.keyPem(), NOW).subject();
        assertThat(subject).isEqualTo("CN=a?b" + "x".repeat(505));
    }

    @Test
    void takesItsLastMomentAndFirstMoment() {
        Issued issued = order(rsa(2048, "webshop")).valid(NOW, TOMORROW).selfSigned();
        assertThat(X509Identity.read(issued.certificatePem(), issued.keyPem(), NOW)
                        .expiresAt())
                .isEqualTo(TOMORROW);
        assertThat(X509Identity.read(issued.certificatePem(), issued.keyPem(), TOMORROW)
                        .expiresAt())
                .isEqualTo(TOMORROW);
    }

    @Test
    void refusesTimesOutsideOfValidity() {
        Issued old = order(rsa(2048, "webshop")).valid(YESTERDAY, NOW).selfSigned();
        assertRefused(
                old.certificatePem(),
                old.keyPem(),
                NOW.plusSeconds(1),
                "/certificate",
                "Certificate 1 expired on 2026-11-20T12:00:00Z.");
        Issued early = order(rsa(2048, "webshop")).valid(TOMORROW, TOMORROW).selfSigned();
        assertRefused(
                early.certificatePem(),
                early.keyPem(),
                NOW,
                "/certificate",
                "Certificate 1 is not valid before 2026-11-21T12:00:00Z.");
    }

    @Test
    void refusesAnExpiredIssuer() {
        Issued issuer = order(rsa(2048, "old"))
                .subject("CN=old")
                .ca()
                .valid(YESTERDAY, NOW)
                .selfSigned();
        Issued issued = order(rsa(2048, "webshop")).by(issuer);
        assertRefused(
                issued.certificatePem(),
                issued.keyPem(),
                NOW.plusSeconds(1),
                "/certificate",
                "Certificate 2 expired on 2026-11-20T12:00:00Z.");
    }

    @Test
    void refusesCertificatesOfAnotherUse() {
        assertCertificateRefused(order(rsa(2048, "webshop")).ca().selfSigned(), "is a CA's");
        assertCertificateRefused(
                order(rsa(2048, "webshop")).usage(KeyUsage.keyEncipherment).selfSigned(), "lacks digitalSignature");
        assertCertificateRefused(order(rsa(2048, "webshop")).versionOne(), "Certificate 1 is not X.509 version 3.");
        assertCertificateRefused(order(rsa(1024, "webshop")).selfSigned(), "less than 2048 bits");
        assertCertificateRefused(order(rsa(2048, "webshop")).hash("SHA1").selfSigned(), "SHA-1 or MD5");
    }

    @Test
    void takesACertificateWithoutKeyUsage() {
        Issued issued = order(rsa(2048, "webshop")).usage(0).selfSigned();
        assertThat(X509Identity.read(issued.certificatePem(), issued.keyPem(), NOW)
                        .chain())
                .hasSize(1);
    }

    @Test
    void refusesOtherKindsOfKeys() {
        Issued other = order(ed25519()).selfSigned();
        assertThat(flaws(other.certificatePem(), other.keyPem(), NOW))
                .extracting(FieldError::pointer)
                .containsExactly("/certificate", "/privateKey");
        assertThat(flaws(other.certificatePem(), other.keyPem(), NOW))
                .allSatisfy(flaw -> assertThat(flaw.detail()).contains("P-256"));
        assertRefused(
                GOOD.certificatePem(),
                secp256k1(),
                NOW,
                "/privateKey",
                KeyKind.unsupported().detail());
    }

    @Test
    void refusesChainsThatDoNotFollow() {
        String notIssued = "Certificate 1 is not issued by certificate 2. Each is followed by its issuer's.";
        assertCertificateRefused(GOOD.without(1), notIssued);
        assertCertificateRefused(
                new Issued(GOOD.chain().reversed(), GOOD.keys()), "The end-entity certificate comes first.");
        Issued impostor = order(rsa(2048, "impostor")).subject("CN=root").ca().selfSigned();
        assertCertificateRefused(
                new Issued(
                        List.of(order(GOOD.keys()).by(authority("root")).certificate(), impostor.certificate()),
                        GOOD.keys()),
                notIssued);
        Issued noCa = order(rsa(2048, "root")).subject("CN=root").selfSigned();
        assertCertificateRefused(
                new Issued(
                        List.of(order(GOOD.keys()).by(authority("root")).certificate(), noCa.certificate()),
                        GOOD.keys()),
                notIssued);
    }

    @Test
    void takesFiveCertificatesAndNoMore() {
        Issued five = order(ec("secp256r1", "webshop")).by(authorities(4));
        assertThat(X509Identity.read(five.certificatePem(), five.keyPem(), NOW).chain())
                .hasSize(5);
        assertCertificateRefused(order(ec("secp256r1", "webshop")).by(authorities(5)), "more than 5 certificates");
    }

    @Test
    void refusesKeysThatDoNotFit() {
        assertKeyRefused(pkcs8(rsa(2048, "other").getPrivate()), "It is not the private key of the first certificate.");
        assertKeyRefused(pkcs8(rsa(3072, "other").getPrivate()), "It is not the private key of the first certificate.");
        assertKeyRefused(
                pkcs8(ec("secp256r1", "webshop").getPrivate()),
                "The certificate is for a key of the type RSA, and this is another.");
        Issued curve = order(ec("secp256r1", "webshop")).selfSigned();
        assertRefused(
                curve.certificatePem(),
                pkcs8(ec("secp384r1", "webshop").getPrivate()),
                NOW,
                "/privateKey",
                "It is not the private key of the first certificate.");
    }

    @Test
    void tellsHowToDecryptAKey() throws GeneralSecurityException {
        assertKeyRefused(encrypted(), "openssl pkcs8 -topk8 -nocrypt");
        String legacy = pem(GOOD.key())
                .replaceFirst(
                        "(?m)^(-----BEGIN .*)$",
                        "$1\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n");
        assertKeyRefused(legacy, "openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void refusesWhatBelongsElsewhere() throws OperatorCreationException {
        String publicKey = pem(GOOD.keys().getPublic());
        assertKeyRefused(GOOD.certificatePem(), "There is a certificate in it.");
        assertKeyRefused(GOOD.keyPem() + GOOD.certificatePem(), "There is a certificate in it.");
        assertKeyRefused(publicKey, "There is a public key in it.");
        assertKeyRefused(GOOD.keyPem() + GOOD.keyPem(), "more than one private key");
        for (String other : List.of(GOOD.keyPem(), CURVE_NAME, GOOD.certificatePem() + pem(GOOD.key()))) {
            assertRefused(other, GOOD.keyPem(), NOW, "/certificate", "There is a private key in it.");
        }
        assertRefused(publicKey, GOOD.keyPem(), NOW, "/certificate", "There is a public key in it.");
        String request = pem(new JcaPKCS10CertificationRequestBuilder(
                        GOOD.certificate().getSubjectX500Principal(),
                        GOOD.keys().getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(GOOD.key())));
        assertRefused(request, GOOD.keyPem(), NOW, "/certificate", "There is a certificate request in it.");
        assertKeyRefused(request, "something else than a private key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "MIIB",
                "\u0000",
                "-----BEGIN",
                "-----BEGIN CERTIFICATE REQUEST",
                "-----END CERTIFICATE-----"
            })
    void refusesWhatIsNotPem(String text) {
        assertThat(flaws(text, text, NOW))
                .extracting(FieldError::pointer)
                .containsExactly("/certificate", "/privateKey");
        assertThat(flaws(text, text, NOW))
                .extracting(FieldError::detail)
                .allMatch(detail -> detail.contains("-----BEGIN"));
    }

    @Test
    void refusesLongTextsUnread() {
        String certificates = " ".repeat(20 * 1024) + GOOD.certificatePem();
        assertRefused(certificates, GOOD.keyPem(), NOW, "/certificate", "It is longer than 20 KB.");
        assertKeyRefused(" ".repeat(10 * 1024) + GOOD.keyPem(), "It is longer than 10 KB.");
    }

    @Test
    void pointsIntoTheObjectThatHasTheFields() {
        ProblemException refusal =
                refusal(() -> X509Identity.read("/credentials", new Secret("no"), new Secret("neither"), NOW));
        assertThat(refusal.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/credentials/certificate", "/credentials/privateKey");
    }

    @Test
    void tellsOfAnExpiredCertificateAndAWrongKeyTogether() {
        assertThat(flaws(GOOD.certificatePem(), pkcs8(rsa(2048, "other").getPrivate()), NOW.plus(Duration.ofDays(31))))
                .extracting(FieldError::pointer)
                .containsExactly("/certificate", "/privateKey");
    }

    @Test
    void readsAgainWhatWasStored() {
        Issued old = order(rsa(2048, "webshop")).valid(YESTERDAY, NOW).selfSigned();
        assertThat(X509Identity.stored(new Secret(old.certificatePem()), new Secret(old.keyPem()))
                        .expiresAt())
                .isEqualTo(NOW);
        assertThat(refusal(() -> X509Identity.stored(new Secret(old.certificatePem()), new Secret("gone")))
                        .type())
                .isEqualTo(ProblemType.CREDENTIALS_REJECTED);
    }

    /** The secret itself, since keys with and without their public half are not equal. */
    private static BigInteger number(PrivateKey key) {
        return switch (key) {
            case RSAPrivateKey rsa -> rsa.getPrivateExponent();
            case ECPrivateKey ec -> ec.getS();
            default -> throw new AssertionError("a key of another kind");
        };
    }

    private static Issued authorities(int count) {
        Issued last = authority("ca0");
        for (int i = 1; i < count; i++) {
            last = order(ec("secp256r1", "ca" + i)).subject("CN=ca" + i).ca().by(last);
        }
        return last;
    }

    private static String encrypted() throws GeneralSecurityException {
        String algorithm = "PBEWithSHA1AndDESede";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec("secret".toCharArray())));
        try {
            byte[] info = new EncryptedPrivateKeyInfo(
                            cipher.getParameters(), cipher.doFinal(GOOD.key().getEncoded()))
                    .getEncoded();
            return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(info)
                    + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FieldError> flaws(String certificate, String key, Instant now) {
        return refusal(() -> X509Identity.read(certificate, key, now)).errors();
    }

    private static void assertKeyRefused(String key, String detail) {
        assertRefused(GOOD.certificatePem(), key, NOW, "/privateKey", detail);
    }

    private static void assertCertificateRefused(Issued issued, String detail) {
        assertRefused(issued.certificatePem(), issued.keyPem(), NOW, "/certificate", detail);
    }

    private static void assertRefused(String certificate, String key, Instant now, String pointer, String detail) {
        ProblemException refusal = refusal(() -> X509Identity.read(certificate, key, now));
        assertThat(refusal.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).contains(detail);
        });
    }
}
